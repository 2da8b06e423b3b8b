using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly PlanPeriod Year = new(2026, 2026);
    private static readonly PlanPeriod FiveYears = new(2021, 2025);

    [Fact]
    public void One_day_is_the_deadline() =>
        Assert.Equal(new Deadline.DueBy(Day("2026-06-30")), DeadlineProposal.From([Day("2026-06-30")], null, false, Year));

    [Fact]
    public void Of_several_days_the_last_is_the_deadline_and_the_earlier_ones_are_milestones() => Assert.Equal(
        new Deadline.Steps([Day("2026-03-31"), Day("2026-06-30")], Day("2026-12-31")),
        DeadlineProposal.From([Day("2026-12-31"), Day("2026-03-31"), Day("2026-06-30"), Day("2026-03-31")], null, false, Year));

    [Fact]
    public void An_unstated_deadline_is_proposed_as_the_end_of_the_plan_and_confirmed_by_nobody()
    {
        var proposed = DeadlineProposal.From([], null, false, FiveYears);

        Assert.Equal(new Deadline.Unstated(Day("2025-12-31")), proposed);
        Assert.False(proposed.IsConfirmed);
        Assert.True((proposed with { IsConfirmed = true }).IsConfirmed);
    }

    [Fact]
    public void What_goes_on_for_ever_has_no_last_day()
    {
        var ongoing = DeadlineProposal.From([], null, true, Year);

        Assert.Equal(new Deadline.Ongoing(), ongoing);
        Assert.Null(ongoing.LastDay);
    }

    [Fact]
    public void A_day_of_every_year_returns_with_the_year()
    {
        var everyFebruary = Assert.IsType<Deadline.EveryPeriod>(DeadlineProposal.From([Day("2021-02-28")], Recurrence.Yearly, false, FiveYears));

        Assert.Equal(Day("2024-02-29"), everyFebruary.DueIn(Period.Containing(Recurrence.Yearly, Day("2024-07-01"))));
        Assert.Equal(Day("2025-02-28"), everyFebruary.DueIn(Period.Containing(Recurrence.Yearly, Day("2025-07-01"))));
    }

    [Fact]
    public void Four_quarter_ends_are_one_day_of_every_quarter() => Assert.Equal(
        new Deadline.EveryPeriod(Recurrence.Quarterly, new DayInPeriod(3, 31)),
        DeadlineProposal.From([Day("2026-03-31"), Day("2026-06-30"), Day("2026-09-30"), Day("2026-12-31")], Recurrence.Quarterly, false, Year));

    [Fact]
    public void The_30th_of_every_month_is_the_last_day_of_February() => Assert.Equal(
        new Deadline.EveryPeriod(Recurrence.Monthly, new DayInPeriod(1, 30)),
        DeadlineProposal.From([Day("2026-02-28"), Day("2026-01-30"), Day("2026-04-30"), Day("2026-03-30")], Recurrence.Monthly, false, Year));

    [Fact]
    public void Two_days_of_one_year_are_no_day_of_every_year() => Assert.Equal(
        new Deadline.Steps([Day("2026-03-31")], Day("2026-09-30")) { IsConfirmed = false },
        DeadlineProposal.From([Day("2026-03-31"), Day("2026-09-30")], Recurrence.Yearly, false, Year));

    [Theory]
    [InlineData(Recurrence.Yearly, "9-30", "2026-09-30")]
    [InlineData(Recurrence.HalfYearly, "6-20", "2026-12-20")]
    [InlineData(Recurrence.Quarterly, "3-25", "2026-09-25")]
    [InlineData(Recurrence.Monthly, "1-5", "2026-09-05")]
    [InlineData(Recurrence.Weekly, "1-5", "2026-09-04")] // the week of the 1st of September begins on the last day of August
    public void A_day_that_was_named_returns_in_every_period(Recurrence every, string named, string due)
    {
        var deadline = Assert.IsType<Deadline.EveryPeriod>(DeadlineProposal.From([], every, false, Year, DayInPeriod.Parse(named)));

        Assert.Equal((Day(due), true), (deadline.DueIn(Period.Containing(every, Day("2026-09-01"))), deadline.IsConfirmed));
    }

    [Fact]
    public void A_date_beside_a_day_that_returns_is_put_to_a_person() => Assert.Equal(
        new Deadline.EveryPeriod(Recurrence.Monthly, new DayInPeriod(1, 5)) { IsConfirmed = false },
        DeadlineProposal.From([Day("2026-12-20")], Recurrence.Monthly, false, Year, new DayInPeriod(1, 5)));

    [Fact]
    public void A_day_that_the_rhythm_does_not_have_is_not_taken() => Assert.Equal(
        new Deadline.EveryPeriod(Recurrence.Quarterly), DeadlineProposal.From([], Recurrence.Quarterly, false, Year, new DayInPeriod(9, 30)));

    [Theory]
    [InlineData(Recurrence.Yearly, "12-31")]
    [InlineData(Recurrence.Quarterly, "3-31")]
    [InlineData(Recurrence.Monthly, "1-31")]
    [InlineData(Recurrence.Weekly, "1-7")]
    public void The_last_day_is_the_last_day_however_it_is_said(Recurrence every, string last) =>
        Assert.Equal(new Deadline.EveryPeriod(every), new Deadline.EveryPeriod(every, DayInPeriod.Parse(last)));

    [Fact]
    public void Whatever_day_returns_is_found_again_in_the_days_it_gives() => Hold(Returning, given =>
    {
        var (every, place) = given;
        if (every is Recurrence.Weekly or Recurrence.Daily)
            return true;
        var periods = Enumerable.Range(0, 12).Select(month => Period.Containing(every, new DateOnly(2026, month + 1, 1))).Distinct().ToList();
        var read = DeadlineProposal.From(periods.Select(place.In), every, false, Year);
        return read is Deadline.EveryPeriod again && periods.TrueForAll(period => again.DueIn(period) == place.In(period));
    });

    internal static Gen<(Recurrence Every, DayInPeriod Day)> Returning { get; } =
        from every in Gen.Elements(Enum.GetValues<Recurrence>())
        from month in Gen.Choose(1, every.Months)
        from day in Gen.Choose(1, every == Recurrence.Daily ? 1 : every == Recurrence.Weekly ? 7 : 31)
        select (every, new DayInPeriod(month, day));

    [Theory]
    [InlineData(Recurrence.Monthly)]
    [InlineData(Recurrence.Weekly)]
    public void A_day_that_does_not_return_stays_the_deadline_and_is_put_to_a_person(Recurrence manner)
    {
        var proposed = DeadlineProposal.From([Day("2026-05-10")], manner, false, Year);

        Assert.Equal(new Deadline.DueBy(Day("2026-05-10")) { IsConfirmed = false }, proposed);
    }

    [Fact]
    public void Milestones_stand_before_the_last_day()
    {
        Assert.Throws<ArgumentException>(() => new Deadline.Steps([Day("2026-06-30")], Day("2026-06-30")));
        Assert.Throws<ArgumentException>(() => new Deadline.Steps([Day("2026-06-30"), Day("2026-03-31")], Day("2026-12-31")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deadline.Steps([], Day("2026-12-31")));
    }

    [Fact]
    public void However_the_days_are_given_the_last_one_is_the_last() => Hold(
        Any.NonEmptyListOf(),
        days => DeadlineProposal.From(days, null, false, Year) is var deadline
            && deadline.LastDay == days.Max()
            && deadline.Milestones.Append(days.Max()).SequenceEqual(days.Distinct().Order()));
}
