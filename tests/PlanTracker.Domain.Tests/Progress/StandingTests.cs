using FsCheck.Fluent;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class StandingTests
{
    private static readonly Standing Open = new()
    {
        State = OccurrenceState.InProgress, UnitId = Guid.Parse("00000000-0000-0000-0000-000000000001"), OriginalDueOn = Day("2026-06-30"), DueOn = Day("2026-06-30"),
        DeadlineConfirmed = true,
    };

    [Theory]
    [InlineData("2026-06-30", "2026-09-30", 0)] // the day itself is still in time, however long the office takes
    [InlineData("2026-07-01", "2026-09-30", 1)]
    [InlineData("2026-07-20", "2026-09-30", 20)]
    [InlineData("2026-07-20", "2026-07-10", 10)] // behind the new deadline lateness counts by itself
    public void Asked_for_on_a_day_an_extension_is_late_by(string asked, string moved, int expected)
    {
        var extended = Open.After(Granted(asked, moved));

        Assert.Equal((Day(moved), Open.OriginalDueOn, expected), (extended.DueOn, extended.OriginalDueOn, extended.AskedLateBy));
    }

    [Fact]
    public void The_days_of_several_late_extensions_add_up()
    {
        var twice = Open.After(Granted("2026-07-03", "2026-07-31")).After(Granted("2026-08-05", "2026-09-30"));

        Assert.Equal(3 + 5, twice.AskedLateBy);
    }

    [Fact]
    public void A_deadline_that_nobody_confirmed_is_not_extended_late() =>
        Assert.Equal(0, (Open with { DeadlineConfirmed = false }).After(Granted("2026-07-20", "2026-09-30")).AskedLateBy);

    [Fact]
    public void What_an_extension_refused_before_and_granted_on_objection_was_late_by_counts_from_the_day_it_was_asked_for()
    {
        var changed = Open.After(Taken(Step.ChangeDecision, "2026-08-20", new StepFacts { NewDueOn = Day("2026-09-30"), AskedOn = Day("2026-07-02") }));

        Assert.Equal((Day("2026-09-30"), 2), (changed.DueOn, changed.AskedLateBy));
    }

    [Fact]
    public void It_stays_through_closing_and_reopening()
    {
        var late = Open.After(Granted("2026-07-03", "2026-09-30"));
        var closed = late.After(new TakenStep(Step.Accept, OccurrenceState.Closed, Day("2026-08-01"), Day("2026-08-01"), new StepFacts()));

        Assert.Equal(3, closed.AskedLateBy);
        Assert.Equal(3, closed.After(Taken(Step.Reopen, "2026-08-09", new StepFacts())).AskedLateBy);
    }

    [Fact]
    public void A_unit_that_takes_over_did_not_ask_late()
    {
        var taken = Open.After(Granted("2026-07-03", "2026-09-30"))
            .After(Taken(Step.Reassign, "2026-08-01", new StepFacts { UnitId = Guid.Parse("00000000-0000-0000-0000-000000000002") }));

        Assert.Equal(0, taken.AskedLateBy);
    }

    [Theory]
    [InlineData("2026-06-30", 3)] // the edition leaves the deadline alone
    [InlineData("2026-10-31", 0)] // it gives another one, to which nothing was asked late
    public void An_amended_deadline_begins_anew(string original, int expected)
    {
        var amended = Open.After(Granted("2026-07-03", "2026-09-30"))
            .After(Taken(Step.Amend, "2026-08-01", new StepFacts { Deadline = new RunDeadline(null, null, false, Day(original), Day("2026-10-31"), true) }));

        Assert.Equal(expected, amended.AskedLateBy);
    }

    [Fact]
    public void However_often_it_is_extended_no_day_is_late_twice() => Hold(
        Gen.Zip(Gen.Choose(0, 60), Gen.Choose(0, 60)).ListOf(),
        moves =>
        {
            var (standing, day) = (Open, Open.DueOn!.Value.AddDays(-10));
            foreach (var (wait, by) in moves)
            {
                day = day.AddDays(wait);
                standing = standing.After(Taken(Step.ApproveExtension, day, new StepFacts { NewDueOn = standing.DueOn!.Value.AddDays(by), AskedOn = day }));
            }

            var late = Lateness.Days(standing.DueOn!.Value, null, null, day) + standing.AskedLateBy;
            return late <= Lateness.Days(Open.DueOn!.Value, null, null, day);
        });

    private static TakenStep Granted(string asked, string moved) =>
        Taken(Step.ApproveExtension, Day(asked).AddDays(9), new StepFacts { NewDueOn = Day(moved), AskedOn = Day(asked) });

    private static TakenStep Taken(Step step, string on, StepFacts facts) => Taken(step, Day(on), facts);

    private static TakenStep Taken(Step step, DateOnly on, StepFacts facts) => new(step, OccurrenceState.InProgress, on, on, facts);
}
