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
