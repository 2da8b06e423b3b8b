using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class ChineseNumeralsTests
{
    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("六十五", 65)]
    [InlineData("一百零三", 103)]
    [InlineData("两", 2)]
    [InlineData("二〇二六", 2026)]
    [InlineData("31", 31)]
    public void A_number_is_read_as_it_is_written(string words, int value) => Assert.Equal(value, ChineseNumerals.Parse(words));

    [Theory]
    [InlineData("")]
    [InlineData("第一")]
    [InlineData("一二三四五六七八九十")]
    public void What_is_no_number_gives_none(string words) => Assert.Null(ChineseNumerals.Parse(words));
}
