namespace PlanTracker.Domain.Progress;

/// <summary>How an ongoing task stands with one unit in one cycle. It is confirmed by a report of the round: what was reported once is asked for no second
/// time.</summary>
public enum ConfirmationState
{
    /// <summary>Handed over after the cycle, or set aside in it.</summary>
    NotAsked,
    Confirmed,

    /// <summary>Not yet, and the cycle still runs.</summary>
    Awaited,

    /// <summary>The cycle ended without a word.</summary>
    Missed,
}

public static class Confirmations
{
    /// <param name="cell">How the unit stands with the task in the round of the cycle.</param>
    /// <param name="cutOff">Counts in full.</param>
    /// <param name="day">On which it is looked at.</param>
    public static ConfirmationState Of(RoundCell cell, DateOnly cutOff, DateOnly day) =>
        !cell.IsAsked ? ConfirmationState.NotAsked
        : !cell.IsMissing ? ConfirmationState.Confirmed
        : day <= cutOff ? ConfirmationState.Awaited
        : ConfirmationState.Missed;

    /// <summary>How many cycles without a word have followed one another up to now. A cycle that still runs, or in which nothing was asked, breaks no row.</summary>
    public static int MissedInARow(IEnumerable<ConfirmationState> newestFirst) => newestFirst
        .Where(state => state is ConfirmationState.Missed or ConfirmationState.Confirmed).TakeWhile(state => state == ConfirmationState.Missed).Count();
}
