using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Measures;

/// <summary>The counts from which every number is made. Each is a sum over occurrences of the condition beside it, so that a query may count the
/// same; tallies of disjoint sets add up. In the conditions <c>day</c> is the day asked for, and an occurrence counts if it is neither ongoing nor
/// Cancelled nor Suspended; it is due if it counts, its deadline is confirmed and <c>due ≤ day</c>. Where it was handed over by a reform, it is late from
/// behind the later of its deadline and the last day of the unit before: what lies before is that unit's.</summary>
public readonly record struct Tally
{
    /// <summary>Counts.</summary>
    public int Counted { get; init; }

    /// <summary>Counts and state = Closed.</summary>
    public int Closed { get; init; }

    /// <summary>Is due.</summary>
    public int Due { get; init; }

    /// <summary>Is due and state = Closed.</summary>
    public int DueClosed { get; init; }

    /// <summary>Is due, state = Closed, finished ≤ due and no extension was asked for late.</summary>
    public int DueClosedOnTime { get; init; }

    /// <summary>Is due, state ≠ Closed and ≠ CarriedOver, no request waits and due &lt; day.</summary>
    public int OverdueNow { get; init; }

    /// <summary>Is due and coalesce(finished, request, day) &gt; due, or an extension was asked for late.</summary>
    public int Late { get; init; }

    /// <summary>Sum over <see cref="Late"/> of coalesce(finished, request, day) − due where that is positive, and of the days by which extensions
    /// were asked for late; in calendar days.</summary>
    public int DaysLate { get; init; }

    /// <summary>State is UnitReview, FirstReview or LeaderApproval. Ongoing ones too.</summary>
    public int AwaitingReview { get; init; }

    /// <summary>State = Pending. Ongoing ones too.</summary>
    public int Unsigned { get; init; }

    /// <summary>State is Pending, InProgress, Returned or Reopened, and coalesce(last report, handed over) ≤ day − silent days. Ongoing ones
    /// too.</summary>
    public int Silent { get; init; }

    /// <summary>Counts and due &gt; original due.</summary>
    public int Extended { get; init; }

    public static Tally operator +(Tally left, Tally right) => Add(left, right);

    public static Tally Add(Tally left, Tally right) => new()
    {
        Counted = left.Counted + right.Counted,
        Closed = left.Closed + right.Closed,
        Due = left.Due + right.Due,
        DueClosed = left.DueClosed + right.DueClosed,
        DueClosedOnTime = left.DueClosedOnTime + right.DueClosedOnTime,
        OverdueNow = left.OverdueNow + right.OverdueNow,
        Late = left.Late + right.Late,
        DaysLate = left.DaysLate + right.DaysLate,
        AwaitingReview = left.AwaitingReview + right.AwaitingReview,
        Unsigned = left.Unsigned + right.Unsigned,
        Silent = left.Silent + right.Silent,
        Extended = left.Extended + right.Extended,
    };

    /// <param name="silentDays">Silence is told from this many calendar days without a report.</param>
    public static Tally Of(in MeasureFacts facts, DateOnly day, int silentDays)
    {
        var counts = !facts.IsOngoing && facts.State is not (OccurrenceState.Cancelled or OccurrenceState.Suspended);
        var isClosed = facts.State == OccurrenceState.Closed;
        var isDue = counts && !facts.IsUnconfirmed && facts.DueOn <= day;
        var daysLate = isDue ? Lateness.Days(Lateness.From(facts.DueOn!.Value, facts.HeldByOtherUntil), facts.FinishedOn, facts.RequestWaitingSince, day) + facts.AskedLateBy : 0;
        var isAtWork = facts.State == OccurrenceState.Pending || facts.State.IsUnderWay;
        return new Tally
        {
            Counted = One(counts),
            Closed = One(counts && isClosed),
            Due = One(isDue),
            DueClosed = One(isDue && isClosed),
            DueClosedOnTime = One(isDue && isClosed && daysLate == 0),
            OverdueNow = One(isDue && !facts.State.IsOver && facts.RequestWaitingSince is null && facts.DueOn < day),
            Late = One(daysLate > 0),
            DaysLate = daysLate,
            AwaitingReview = One(facts.State.IsAwaitingReview),
            Unsigned = One(facts.State == OccurrenceState.Pending),
            Silent = One(isAtWork && (facts.LastReportedOn ?? facts.HandedOverOn) <= day.AddDays(-silentDays)),
            Extended = One(counts && facts.DueOn > facts.OriginalDueOn),
        };
    }

    public static Tally Of(IEnumerable<MeasureFacts> facts, DateOnly day, int silentDays) =>
        facts.Aggregate(default(Tally), (sum, one) => sum + Of(one, day, silentDays));

    private static int One(bool holds) => holds ? 1 : 0;
}
