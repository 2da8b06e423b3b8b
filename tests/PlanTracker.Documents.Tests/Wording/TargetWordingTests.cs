using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class TargetWordingTests
{
    [Theory]
    [InlineData("合格率达到98%以上", "达到98%以上")]
    [InlineData("损耗控制在0.3‰以内", "控制在0.3‰以内")]
    [InlineData("组建队伍不少于40人", "不少于40人")]
    [InlineData("新建茶园300亩，培训茶农1200人次", "300亩 1200人次")]
    [InlineData("每月进村不少于两次", "不少于两次")]
    [InlineData("办理时间缩短10天", "缩短10天")]
    public void Promises_that_can_be_measured_are_found(string words, string targets) =>
        Assert.Equal(targets, string.Join(' ', TargetWording.FindIn(words).Select(range => words[range.Start..range.End])));

    [Theory]
    [InlineData("10日内约谈")]
    [InlineData("第58次会议")]
    [InlineData("2026年第3期简报")]
    public void Terms_and_ordinals_are_none(string words) => Assert.Empty(TargetWording.FindIn(words));
}
