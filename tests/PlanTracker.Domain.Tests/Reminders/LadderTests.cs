using PlanTracker.Domain.Reminders;

namespace PlanTracker.Domain.Tests.Reminders;

public sealed class LadderTests
{
    [Fact]
    public void Overdue_tasks_are_named_after_1_3_7_days_and_then_every_7() =>
        Assert.Equal([1, 3, 7, 14, 21, 28], Ladder.Default.OverdueUpTo(34));

    [Theory]
    [InlineData(-5, new int[0])]
    [InlineData(0, new int[0])]
    [InlineData(6, new[] { 1, 3 })]
    [InlineData(13, new[] { 1, 3, 7 })]
    public void Nothing_is_named_before_its_day(int last, int[] expected) => Assert.Equal(expected, Ladder.Default.OverdueUpTo(last));

    [Fact]
    public void A_plan_may_leave_rungs_out()
    {
        Assert.Equal([5], (Ladder.Default with { DaysOverdue = [5], ThenEveryDays = null }).OverdueUpTo(100));
        Assert.Equal([10, 20], (Ladder.Default with { DaysOverdue = [], ThenEveryDays = 10 }).OverdueUpTo(25));
    }

    [Fact]
    public void A_rung_has_a_number_of_days_that_can_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ladder.Default with { DaysBefore = [3, 0] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Ladder.Default with { ThenEveryDays = 0 });
    }
}
