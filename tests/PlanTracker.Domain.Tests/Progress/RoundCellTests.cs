using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Tests.Days;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class RoundCellTests
{
    private static readonly RoundFacts Working = new(OccurrenceState.InProgress, Day("2026-05-04"));

    [Theory]
    [InlineData(null, false, false, RoundCell.NotReported)]
    [InlineData("2026-06-20", false, false, RoundCell.Reported)]
    [InlineData("2026-06-20", false, true, RoundCell.NothingNew)]
    [InlineData("2026-06-26", false, false, RoundCell.Late)]
    [InlineData("2026-06-20", true, false, RoundCell.Returned)]
    public void A_task_that_is_worked_on_stands_in_a_round_of_the_25th_as(string? reported, bool returned, bool nothingNew, RoundCell expected) =>
        Assert.Equal(expected, Cell(Working with { ReportedOn = DayOrNone(reported), WasReturned = returned, NothingNew = nothingNew }));

    [Theory]
    [InlineData(OccurrenceState.Cancelled)]
    [InlineData(OccurrenceState.Suspended)]
    [InlineData(OccurrenceState.Refused)]
    [InlineData(OccurrenceState.Closed)]
    [InlineData(OccurrenceState.FirstReview)]
    public void Nothing_is_asked_of_what_is_over_set_aside_or_waits_for_an_answer(OccurrenceState state) =>
        Assert.Equal(RoundCell.NotAsked, Cell(Working with { State = state }));

    [Fact]
    public void What_was_finished_after_the_round_closed_was_missing_in_it() =>
        Assert.Equal(RoundCell.NotReported, Cell(Working with { State = OccurrenceState.Closed, FinishedOn = Day("2026-08-01") }));

    [Fact]
    public void What_opens_after_the_cut_off_is_not_asked() => Assert.Equal(RoundCell.NotAsked, Cell(Working with { OpenedOn = Day("2026-07-01") }));

    [Fact]
    public void A_report_stays_seen_when_the_task_is_closed_later() =>
        Assert.Equal(RoundCell.Reported, Cell(Working with { State = OccurrenceState.Closed, FinishedOn = Day("2026-06-22"), ReportedOn = Day("2026-06-20") }));

    private static RoundCell Cell(RoundFacts facts) => facts.In((Day("2026-06-25"), Day("2026-06-30")));
}
