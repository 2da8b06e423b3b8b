using FsCheck.Fluent;
using PlanTracker.Domain.Supervision;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Supervision;

public sealed class PlannedPaceTests
{
    private static readonly DateOnly Opens = Day("2026-01-01");
    private static readonly DateOnly Due = Day("2026-04-11"); // a hundred days

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", 0)]
    [InlineData("2026-01-31", 30)]
    [InlineData("2026-04-11", 100)]
    [InlineData("2026-05-01", 100)]
    public void Without_milestones_it_is_a_straight_line(string day, int expected) =>
        Assert.Equal(expected, PlannedPace.On(Day(day), Opens, Due, []));

    [Theory]
    [InlineData("2026-01-06", 25)]
    [InlineData("2026-01-11", 50)]
    [InlineData("2026-02-25", 75)]
    public void A_milestone_after_ten_days_is_half_of_the_work(string day, int expected) =>
        Assert.Equal(expected, PlannedPace.On(Day(day), Opens, Due, [Day("2026-01-11")]));

    [Fact]
    public void The_pace_never_falls() => Hold(Gen.Zip(Any, Gen.Zip(Any, Any.ListOf())), given =>
    {
        var (opens, (due, milestones)) = given;
        var pace = Enumerable.Range(-5, 1900).Select(opens.AddDays).Select(day => PlannedPace.On(day, opens, due, [.. milestones])).ToArray();
        return pace.Zip(pace.Skip(1)).All(pair => pair.First <= pair.Second) && pace.All(points => points is >= 0 and <= 100);
    });
}
