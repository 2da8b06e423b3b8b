using PlanTracker.Domain.Deadlines;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Deadlines;

public sealed class AmendedDeadlineTests
{
    private static readonly PlanPeriod Year = new(2026, 2026);
    private static readonly DateOnly Today = Day("2026-06-10");

    [Fact]
    public void A_new_day_is_the_original_one_and_no_extension()
    {
        var amended = Amended(Once("2026-06-30", "2026-06-30"), new Deadline.DueBy(Day("2026-09-30")));

        Assert.Equal((Day("2026-09-30"), Day("2026-09-30"), false), (amended.OriginalDueOn!.Value, amended.DueOn!.Value, amended.IsExtended));
    }

    [Theory]
    [InlineData("2026-08-31", "2026-10-15")]
    [InlineData("2026-12-31", "2026-12-31")]
    public void An_approved_extension_outlives_a_new_day_that_gives_less(string printed, string due)
    {
        var amended = Amended(Once("2026-06-30", "2026-10-15"), new Deadline.DueBy(Day(printed)));

        Assert.Equal((Day(printed), Day(due)), (amended.OriginalDueOn!.Value, amended.DueOn!.Value));
    }

    [Fact]
    public void A_day_that_nobody_had_confirmed_is_no_extension_to_keep() =>
        Assert.Equal(Day("2026-09-30"), Amended(Once("2026-06-30", "2026-12-31") with { IsConfirmed = false }, new Deadline.DueBy(Day("2026-09-30"))).DueOn);

    [Fact]
    public void What_goes_on_for_ever_is_due_on_no_day() =>
        Assert.Equal((true, null, null), Amended(Once("2026-06-30", "2026-06-30"), new Deadline.Ongoing()) is var x ? (x.Ongoing, x.DueOn, x.OriginalDueOn) : default);

    [Fact]
    public void What_was_done_once_and_returns_now_begins_with_the_period_that_runs()
    {
        var amended = Amended(Once("2026-06-30", "2026-06-30"), new Deadline.EveryPeriod(Recurrence.Quarterly));

        Assert.Equal((Day("2026-04-01"), Day("2026-06-30"), Day("2026-06-30")), (amended.PeriodFrom!.Value, amended.PeriodTo!.Value, amended.DueOn!.Value));
    }

    [Fact]
    public void A_run_keeps_its_period_where_only_the_day_in_it_changed()
    {
        var run = Once("2026-06-30", "2026-06-30") with { PeriodFrom = Day("2026-04-01"), PeriodTo = Day("2026-06-30") };

        var amended = Amended(run, new Deadline.EveryPeriod(Recurrence.Quarterly, new DayInPeriod(3, 25)));

        Assert.Equal((run.PeriodFrom, run.PeriodTo, Day("2026-06-25")), (amended.PeriodFrom, amended.PeriodTo, amended.DueOn!.Value));
    }

    [Fact]
    public void A_new_rhythm_takes_no_period_that_an_earlier_run_stands_for()
    {
        var june = Once("2026-06-30", "2026-06-30") with { PeriodFrom = Day("2026-06-01"), PeriodTo = Day("2026-06-30") };

        var amended = AmendedDeadline.Of(june, new Deadline.EveryPeriod(Recurrence.Quarterly), Year, Today, [Day("2026-04-01"), Day("2026-05-01")]);

        Assert.Equal((Day("2026-06-01"), Day("2026-06-30")), (amended.PeriodFrom!.Value, amended.PeriodTo!.Value));
    }

    private static RunDeadline Once(string original, string due) => new(null, null, false, Day(original), Day(due), true);

    private static RunDeadline Amended(RunDeadline run, Deadline now) => AmendedDeadline.Of(run, now, Year, Today, []);
}
