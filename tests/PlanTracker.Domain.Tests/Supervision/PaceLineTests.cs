using FsCheck.Fluent;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Supervision;

public sealed class PaceLineTests
{
    private static readonly DateOnly Opens = Day("2026-01-01");
    private static readonly DateOnly Due = Day("2026-12-31");
    private static readonly DateOnly[] Steps = [Day("2026-03-31"), Day("2026-06-30"), Day("2026-09-30")];

    [Fact]
    public void The_planned_line_turns_at_each_milestone() => Assert.Equal(
        [new(Opens, 0), new(Steps[0], 25), new(Steps[1], 50), new(Steps[2], 75), new(Due, 100)], PaceLine.Planned(Opens, Due, Steps));

    [Fact]
    public void What_was_done_rises_with_a_report_or_with_a_milestone_whichever_says_more()
    {
        var line = PaceLine.Done(
            [(Day("2026-05-10"), 20), (Day("2026-02-10"), 10), (Day("2026-07-20"), 60)], MilestoneMarks.Parse("2026-03-31=2026-04-02 2026-06-30=2026-07-05"),
            Opens, Due, Steps, Day("2026-07-10"));

        Assert.Equal(
            [new(Opens, 0), new(Day("2026-02-10"), 10), new(Day("2026-04-02"), 25), new(Day("2026-05-10"), 25), new(Day("2026-07-05"), 50)], line);
    }

    // Between the corners lies a straight line; the light asks for the same numbers.
    [Theory]
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-02-15", 12.64)]
    [InlineData("2026-03-31", 25)]
    [InlineData("2026-05-15", 37.36)]
    [InlineData("2026-06-30", 50)]
    [InlineData("2026-08-15", 62.5)]
    [InlineData("2026-09-30", 75)]
    [InlineData("2026-12-30", 99.73)]
    [InlineData("2026-12-31", 100)]
    public void With_three_milestones_there_should_be_done(string day, double points) =>
        Assert.Equal((decimal)points, Math.Round(PlannedPace.On(Day(day), Opens, Due, Steps), 2));

    [Fact]
    public void The_corners_stand_in_order_and_rise_to_all() => Hold(Gen.Zip(Gen.Zip(Any, Gen.Choose(1, 700)), Any.ListOf()), given =>
    {
        var ((opens, length), milestones) = given;
        var line = PaceLine.Planned(opens, opens.AddDays(length), milestones);
        return line[0].Points == 0 && line[^1].Points == 100 && line.Zip(line.Skip(1)).All(pair => pair.First.On < pair.Second.On && pair.First.Points < pair.Second.Points);
    });
}
