using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Measures;

/// <summary>How the days of some occurrences lie that share state, ongoing and confirmed. A store counts these in one pass over its index; what they mean is said
/// here alone, so that a store's tally is Domain's.</summary>
public readonly record struct AlikeCounts
{
    public required OccurrenceState State { get; init; }

    public required bool IsOngoing { get; init; }

    public required bool IsUnconfirmed { get; init; }

    /// <summary>How many they are.</summary>
    public required int All { get; init; }

    /// <summary><c>due ≤ day</c></summary>
    public int DueSoFar { get; init; }

    /// <summary><c>due &lt; day</c> and no request waits.</summary>
    public int Passed { get; init; }

    /// <summary><c>due ≤ day</c>, and <c>coalesce(finished, request, day) &gt; due</c> or <c>asked late by &gt; 0</c>.</summary>
    public int Late { get; init; }

    /// <summary>Sum over <see cref="Late"/> of <c>max(0, coalesce(finished, request, day) − due) + asked late by</c>.</summary>
    public int DaysLate { get; init; }

    /// <summary><c>coalesce(last report, handed over) ≤ day − silent days</c></summary>
    public int Quiet { get; init; }

    /// <summary><c>due &gt; original due</c></summary>
    public int Moved { get; init; }

    public Tally Tally
    {
        get
        {
            var counts = !IsOngoing && State is not (OccurrenceState.Cancelled or OccurrenceState.Suspended);
            var mayBeDue = counts && !IsUnconfirmed;
            var isClosed = State == OccurrenceState.Closed;
            return new Tally
            {
                Counted = If(counts, All),
                Closed = If(counts && isClosed, All),
                Due = If(mayBeDue, DueSoFar),
                DueClosed = If(mayBeDue && isClosed, DueSoFar),
                DueClosedOnTime = If(mayBeDue && isClosed, DueSoFar - Late),
                OverdueNow = If(mayBeDue && !State.IsOver, Passed),
                Late = If(mayBeDue, Late),
                DaysLate = If(mayBeDue, DaysLate),
                AwaitingReview = If(State.IsAwaitingReview, All),
                Unsigned = If(State == OccurrenceState.Pending, All),
                Silent = If(State == OccurrenceState.Pending || State.IsUnderWay, Quiet),
                Extended = If(counts, Moved),
            };
        }
    }

    private static int If(bool holds, int count) => holds ? count : 0;
}
