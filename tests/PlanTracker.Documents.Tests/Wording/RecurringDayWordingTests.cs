using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class RecurringDayWordingTests
{
    [Theory]
    [InlineData("每年9月30日前报送名录", 9, 31)]
    [InlineData("每年的2月底前", 2, 31)]
    [InlineData("每年9月20日前", 9, 20)]
    [InlineData("于每年12月中旬前上报", 12, 20)]
    [InlineData("每年底前总结", 12, 31)]
    [InlineData("每年年底前总结", 12, 31)]
    [InlineData("每年3月前修订", 3, 31)]
    [InlineData("每季度末月25日前通报", 3, 25)]
    [InlineData("每季度最后一个月的25日前", 3, 25)]
    [InlineData("每季度第一个月10日前报上季情况", 1, 10)]
    [InlineData("每季度末报送", 3, 31)]
    [InlineData("每半年末总结", 6, 31)]
    [InlineData("每月5日前上报", 1, 5)]
    [InlineData("每月的二十五日前", 1, 25)]
    [InlineData("每月底前盘点", 1, 31)]
    [InlineData("每月中旬前", 1, 20)]
    [InlineData("每周五前召开例会", 1, 5)]
    public void The_day_that_returns_is_read_behind_the_recurrence(string words, int month, int day)
    {
        var found = RecurrenceWording.Find(words)!.Value;

        Assert.Equal(new DayInPeriod(month, day), RecurringDayWording.ReadBehind(words, found.Recurrence, found.End)?.Day);
    }

    [Theory]
    [InlineData("每年6月底、12月底前报送")]
    [InlineData("每年10月至次年3月巡查")]
    [InlineData("每年3月开展宣传")]
    [InlineData("每月1日至5日填报")]
    [InlineData("每月40日前")]
    [InlineData("每季度调度一次")]
    [InlineData("每周两次")]
    [InlineData("每年不少于4次")]
    public void Several_days_a_span_or_a_count_are_no_day_of_the_period(string words)
    {
        var found = RecurrenceWording.Find(words)!.Value;

        Assert.Null(RecurringDayWording.ReadBehind(words, found.Recurrence, found.End));
    }
}
