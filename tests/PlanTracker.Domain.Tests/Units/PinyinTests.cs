using FsCheck.Fluent;
using PlanTracker.Domain.Units;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Units;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("发改局", "fgj", "fagaiju")]
    [InlineData("县绿化办", "xlhb", "xianlvhuaban")]
    [InlineData("长岭镇", "clz", "changlingzhen")]
    [InlineData("长岭镇", "zlz", "zhanglingzhen")]
    [InlineData("会计中心", "kjzx", "kuaijizhongxin")]
    [InlineData("12345热线办", "12345rxb", "12345rexianban")]
    [InlineData("A（甲）B", "ajb", "ajiab")]
    public void A_name_is_found_by_its_initials_and_its_syllables(string name, params string[] keys) =>
        Assert.All(keys, key => Assert.Contains(key, Pinyin.KeysOf(name)));

    [Fact]
    public void A_name_without_readings_has_no_keys() => Assert.Empty(Pinyin.KeysOf("（）、"));

    [Fact]
    public void Keys_stay_few_and_plain() => Hold(
        Gen.Elements("长", "重", "会", "行", "调", "局", "（", "x", "9", "\ud800").ListOf().Select(string.Concat),
        name => Pinyin.KeysOf(name) is { Count: <= 40 } keys && keys.All(key => key.All(char.IsAsciiLetterOrDigit)));
}
