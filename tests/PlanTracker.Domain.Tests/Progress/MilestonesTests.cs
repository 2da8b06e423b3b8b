using FsCheck.Fluent;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class MilestonesTests
{
    private static readonly DateOnly Due = Day("2026-03-31");

    [Theory]
    [InlineData(null, "2026-03-31", MilestoneState.Ahead)]
    [InlineData(null, "2026-04-01", MilestoneState.Missed)]
    [InlineData("2026-03-31", "2026-04-01", MilestoneState.Reached)]
    [InlineData("2026-04-02", "2026-04-03", MilestoneState.ReachedLate)]
    [InlineData("2026-03-10", "2026-03-12", MilestoneState.Reached)]
    public void A_milestone_of_the_31st_of_March_is(string? reached, string day, MilestoneState expected)
    {
        var marks = reached is null ? MilestoneMarks.None : MilestoneMarks.None.With(new(Due, Day(reached)));

        Assert.Equal(expected, Milestones.StateOf(Due, marks, Day(day)));
    }

    [Fact]
    public void Said_again_the_last_word_holds_and_taken_back_it_is_open_again()
    {
        var marks = MilestoneMarks.None.With(new(Due, Day("2026-04-02"))).With(new(Due, Day("2026-03-30")));

        Assert.Equal(Day("2026-03-30"), marks.On(Due));
        Assert.Equal(MilestoneMarks.None, marks.Without(Due));
        Assert.Equal([Due], Milestones.Open([Due], marks.Without(Due)));
    }

    [Theory]
    [InlineData(Role.Lead, true)]
    [InlineData(Role.Responsible, true)]
    [InlineData(Role.Cooperating, false)]
    public void Who_cooperates_is_asked_for_no_milestone(Role role, bool asked) => Assert.Equal(asked, Milestones.AreAskedOf(role));

    [Fact]
    public void Marks_read_back_from_the_store_as_they_were_written() => Hold(
        Gen.Zip(Any, Any).ListOf(),
        pairs =>
        {
            var marks = pairs.Aggregate(MilestoneMarks.None, (known, pair) => known.With(new(pair.Item1, pair.Item2)));
            return MilestoneMarks.Parse(marks.Text) == marks
                && pairs.Select(pair => pair.Item1).Distinct().All(due => marks.On(due) == pairs.Last(pair => pair.Item1 == due).Item2);
        });

    [Fact]
    public void On_a_past_day_only_what_had_been_reported_by_then_is_reached()
    {
        TakenStep[] history =
        [
            new(Step.Publish, OccurrenceState.Pending, Day("2026-01-05"), Day("2026-01-05"), new()),
            new(Step.Sign, OccurrenceState.InProgress, Day("2026-01-06"), Day("2026-01-06"), new()),
            new(Step.ReachMilestone, OccurrenceState.InProgress, Day("2026-04-02"), Day("2026-04-02"), new() { Milestone = Due, ReachedOn = Day("2026-03-30") }),
            new(Step.TakeBackMilestone, OccurrenceState.InProgress, Day("2026-04-10"), Day("2026-04-10"), new() { Milestone = Due }),
        ];

        Assert.Equal(
            [null, Day("2026-03-30"), null],
            new[] { "2026-04-01", "2026-04-02", "2026-04-10" }.Select(day => Standing.At(Day(day), new(), history).Reached.On(Due)));
    }

    [Fact]
    public void What_is_confirmed_was_heard_of()
    {
        TakenStep[] history = [new(Step.ConfirmOngoing, OccurrenceState.InProgress, Day("2026-04-20"), Day("2026-04-20"), new())];

        Assert.Equal(Day("2026-04-20"), Standing.At(Day("2026-05-01"), new() { Ongoing = true }, history).LastReportedOn);
    }
}
