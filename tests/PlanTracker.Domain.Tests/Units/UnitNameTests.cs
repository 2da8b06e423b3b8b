using FsCheck.Fluent;
using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Tests.Units;

public sealed class UnitNameTests
{
    [Theory]
    [InlineData("县发 改局", "县发改局")]
    [InlineData("县　司法局\n", "县司法局")]
    [InlineData("农业农村局（乡村振兴局）", "农业农村局(乡村振兴局)")]
    [InlineData("各县<市、区>人民政府", "各县(市、区)人民政府")]
    [InlineData("县级有关部门〔单位〕", "县级有关部门(单位)")]
    [InlineData("２０１专班", "201专班")]
    [InlineData("县\u200B财政局", "县财政局")]
    public void Width_blanks_and_brackets_tell_no_units_apart(string printed, string plain) =>
        Assert.Equal(UnitName.Normalise(plain), UnitName.Normalise(printed));

    [Fact]
    public void Other_characters_do() => Assert.NotEqual(UnitName.Normalise("县水务局"), UnitName.Normalise("县税务局"));

    [Fact]
    public void Any_text_has_a_normal_form_that_stays() => Days.Hold(
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(chars => new string(chars)),
        text => UnitName.Normalise(UnitName.Normalise(text).Text) == UnitName.Normalise(text));
}
