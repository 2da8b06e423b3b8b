using PlanTracker.Domain.Units;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Units;

public sealed class GroupMatcherTests
{
    private static readonly DateOnly Today = Day("2026-07-10");
    private static readonly Guid Towns = new(1, 0, 0, new byte[8]);
    private static readonly Guid Departments = new(2, 0, 0, new byte[8]);

    private static readonly GroupMatcher Matcher = new(
    [
        new RegisteredGroup(Towns, "各镇人民政府", [new Alias("各乡镇人民政府"), new Alias("各镇（街道）")]),
        new RegisteredGroup(Departments, "县级有关部门（单位）", []),
    ]);

    [Fact]
    public void A_group_is_known_by_its_name_or_alias()
    {
        Assert.Equal(new NameMatch.Exact(Departments), Matcher.Match("县级有关部门(单位)", Today));
        Assert.Equal(new NameMatch.ByAlias(Towns, "各乡镇人民政府"), Matcher.Match("各乡镇人民政府", Today));
        Assert.Equal(new NameMatch.ByAlias(Towns, "各镇（街道）"), Matcher.Match("各镇〔街道〕", Today));
    }

    [Theory]
    [InlineData("各镇")]
    [InlineData("各有关镇人民政府")]
    [InlineData("县级有关部门")]
    public void A_group_that_only_looks_alike_is_unknown(string printed) => Assert.Equal(new NameMatch.Unknown(), Matcher.Match(printed, Today));
}
