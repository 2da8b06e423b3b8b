using PlanTracker.Domain.Supervision;

namespace PlanTracker.Domain.Tests.Supervision;

public sealed class OrderLadderTests
{
    private static readonly OrderLadder Usual = new();

    [Theory]
    [InlineData(6, 1, null, null)]
    [InlineData(7, 0, null, OrderColour.Blue)]
    [InlineData(0, 2, null, OrderColour.Blue)]
    [InlineData(0, 0, 30, OrderColour.Blue)]
    [InlineData(0, 0, 29, null)]
    [InlineData(30, 0, null, OrderColour.Yellow)]
    [InlineData(8, 4, null, OrderColour.Yellow)]
    [InlineData(60, 4, null, OrderColour.Red)]
    public void The_first_order_is_of_the_worst_colour_that_holds(int daysOverdue, int timesUrged, int? behind, OrderColour? expected) =>
        Assert.Equal(expected, Usual.Propose(new OrderFacts(daysOverdue, timesUrged, behind, Running: null, DaysOverrun: 0))?.Rung.Colour);

    [Theory]
    [InlineData(OrderColour.Blue, 0, null)]
    [InlineData(OrderColour.Blue, 1, OrderColour.Yellow)]
    [InlineData(OrderColour.Yellow, 2, OrderColour.Red)]
    [InlineData(OrderColour.Red, 9, null)]
    public void A_running_order_climbs_one_colour_and_only_past_its_limit(OrderColour running, int daysOverrun, OrderColour? expected) =>
        Assert.Equal(expected, Usual.Propose(new OrderFacts(90, 9, 100, running, daysOverrun))?.Rung.Colour);

    [Fact]
    public void The_number_follows_the_pattern_of_the_place() =>
        Assert.Equal("督办〔2026〕3号", Usual.NumberOf(2026, 3));
}
