using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class ReportingRoundsTests
{
    [Theory]
    [InlineData(2026, 2026, ReportingCycle.Monthly)]
    [InlineData(2021, 2025, ReportingCycle.Quarterly)]
    public void A_year_is_asked_by_month_and_several_years_by_quarter(int first, int last, ReportingCycle expected) =>
        Assert.Equal(expected, ReportingRounds.DefaultCycle(new PlanPeriod(first, last)));

    [Theory]
    [InlineData(ReportingCycle.Monthly, 25, "2026-02-25", "2026-02-25")]
    [InlineData(ReportingCycle.Monthly, 25, "2026-02-26", "2026-03-25")]
    [InlineData(ReportingCycle.Monthly, 31, "2026-02-26", "2026-02-28")]
    [InlineData(ReportingCycle.Quarterly, 20, "2026-03-21", "2026-06-20")]
    [InlineData(ReportingCycle.HalfYearly, 31, "2026-07-01", "2026-12-31")]
    public void The_next_cut_off_is_that_day_or_later(ReportingCycle cycle, int cutOffDay, string from, string expected) =>
        Assert.Equal(Day(expected), new ReportingRounds(cycle, cutOffDay).Next(Day(from))?.CutOff);

    [Fact]
    public void Where_the_office_calls_there_is_no_next_round()
    {
        Assert.Null(new ReportingRounds(ReportingCycle.OnCall).Next(Day("2026-01-01")));
        Assert.Empty(new ReportingRounds(ReportingCycle.OnCall).Between(Day("2026-01-01"), Day("2026-12-31")));
    }

    [Fact]
    public void A_cut_off_lies_in_the_period_it_closes() => Hold(
        Gen.Zip(Any, Gen.Zip(Gen.Choose(1, 31), Gen.Elements(ReportingCycle.Monthly, ReportingCycle.Quarterly, ReportingCycle.HalfYearly))),
        given => new ReportingRounds(given.Item2.Item2, given.Item2.Item1).Next(given.Item1) is { } round
            && round.CutOff >= given.Item1 && round.Period.First <= round.CutOff && round.CutOff <= round.Period.Last);

    [Fact]
    public void A_year_of_months_has_twelve_cut_offs() =>
        Assert.Equal(12, new ReportingRounds(ReportingCycle.Monthly, 30).Between(Day("2026-01-01"), Day("2026-12-31")).Count());

    [Theory]
    [InlineData(null, false, RoundStatus.NotReported)]
    [InlineData("2026-06-25", false, RoundStatus.Reported)]
    [InlineData("2026-06-26", false, RoundStatus.Late)]
    [InlineData("2026-06-20", true, RoundStatus.Returned)]
    public void A_unit_stands_in_a_round_that_closes_on_the_25th_of_June_as(string? reported, bool returned, RoundStatus expected) =>
        Assert.Equal(expected, ReportingRounds.StatusOf(Day("2026-06-25"), DayOrNone(reported), returned));
}
