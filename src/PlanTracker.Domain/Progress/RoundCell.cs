namespace PlanTracker.Domain.Progress;

/// <summary>How one unit stands in a round with one task, as the office's grid shows it.</summary>
public enum RoundCell
{
    /// <summary>Nothing is asked: not yet open, finished, waiting for an answer, or set aside.</summary>
    NotAsked,
    NotReported,
    Reported,

    /// <summary>本期无新进展</summary>
    NothingNew,

    /// <summary>Reported after the cut-off day.</summary>
    Late,
    Returned,
}

/// <summary>What the cell depends on.</summary>
/// <param name="ReportedOn">Day of the last report of this round; null where there is none.</param>
/// <param name="WasReturned">That last report was sent back.</param>
/// <param name="NothingNew">That last report said that there is nothing new.</param>
public readonly record struct RoundFacts(
    OccurrenceState State, DateOnly OpenedOn, DateOnly? FinishedOn = null, DateOnly? RequestedOn = null,
    DateOnly? ReportedOn = null, bool WasReturned = false, bool NothingNew = false)
{
    /// <param name="round">Cut-off day, and the day up to which the round is looked at: today, or the day it was closed.</param>
    public RoundCell In((DateOnly CutOff, DateOnly SeenOn) round) => ReportingRounds.StatusOf(round.CutOff, ReportedOn, WasReturned) switch
    {
        RoundStatus.Reported => NothingNew ? RoundCell.NothingNew : RoundCell.Reported,
        RoundStatus.Late => RoundCell.Late,
        RoundStatus.Returned => IsAsked(round.CutOff, round.SeenOn) ? RoundCell.Returned : RoundCell.NotAsked,
        _ => IsAsked(round.CutOff, round.SeenOn) ? RoundCell.NotReported : RoundCell.NotAsked,
    };

    // Who finished or asked to close by then has said what there was to say.
    private bool IsAsked(DateOnly cutOff, DateOnly seenOn) =>
        OpenedOn <= cutOff
        && State is not (OccurrenceState.Cancelled or OccurrenceState.Suspended or OccurrenceState.Refused or OccurrenceState.CarriedOver)
        && !(State == OccurrenceState.Closed && (FinishedOn is not { } finished || finished <= seenOn))
        && !(State.IsAwaitingReview && (RequestedOn is not { } requested || requested <= seenOn));
}

public static class RoundCells
{
    extension(RoundCell cell)
    {
        /// <summary>Something is still to be sent in: a first report, or a better one.</summary>
        public bool IsMissing => cell is RoundCell.NotReported or RoundCell.Returned;

        public bool IsAsked => cell != RoundCell.NotAsked;
    }
}
