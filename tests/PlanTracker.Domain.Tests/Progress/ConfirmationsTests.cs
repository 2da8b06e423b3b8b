using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Progress.ConfirmationState;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class ConfirmationsTests
{
    [Theory]
    [InlineData(RoundCell.Reported, "2026-06-10", Confirmed)]
    [InlineData(RoundCell.NothingNew, "2026-06-10", Confirmed)]
    [InlineData(RoundCell.Late, "2026-07-02", Confirmed)]
    [InlineData(RoundCell.NotReported, "2026-06-30", Awaited)]
    [InlineData(RoundCell.NotReported, "2026-07-01", Missed)]
    [InlineData(RoundCell.Returned, "2026-07-01", Missed)]
    [InlineData(RoundCell.NotAsked, "2026-07-01", NotAsked)]
    public void A_report_of_the_round_confirms_what_goes_on(RoundCell cell, string day, ConfirmationState expected) =>
        Assert.Equal(expected, Confirmations.Of(cell, Day("2026-06-30"), Day(day)));

    [Theory]
    [InlineData(0)]
    [InlineData(0, Awaited, Confirmed, Missed)]
    [InlineData(1, Missed, Confirmed, Missed)]
    [InlineData(2, Awaited, Missed, NotAsked, Missed, Confirmed)]
    [InlineData(3, Missed, Missed, Missed)]
    public void Cycles_without_a_word_are_counted_up_to_the_last_word(int expected, params ConfirmationState[] newestFirst) =>
        Assert.Equal(expected, Confirmations.MissedInARow(newestFirst));
}
