using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class LeaderNamesTests
{
    [Theory]
    [InlineData("贺远山", "贺远山")]
    [InlineData("贺远山、江渔", "贺远山 江渔")]
    [InlineData("江 渔", "江渔")]
    [InlineData("江 渔贺 山", "江渔 贺山")]
    [InlineData("贺远山 江小渔", "贺远山 江小渔")]
    [InlineData("江　渔\n贺远山", "江渔 贺远山")]
    [InlineData("江 小 渔", "江小渔")]
    [InlineData("江 小 渔 贺 山", "江小渔 贺山")]
    [InlineData("江 渔 贺 山", "江渔 贺山")]
    [InlineData("贺 山 江 小 渔", "贺山 江小渔")]
    [InlineData("江 小 渔贺 山", "江小渔 贺山")]
    [InlineData("贺远 山", "贺远山")]
    [InlineData("江 小渔", "江小渔")]
    public void Names_are_parted_and_padding_is_removed(string cell, string names) =>
        Assert.Equal(names, string.Join(' ', LeaderNames.In(MappedText.Of(cell)).Select(leader => leader.Name)));
}
