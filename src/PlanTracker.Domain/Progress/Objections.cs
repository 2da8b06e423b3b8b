namespace PlanTracker.Domain.Progress;

/// <summary>异议: within which days a unit may object to a decision, and within which it is answered. Calendar days, counted from the day after.</summary>
public sealed record ObjectionTerms
{
    public const int Longest = 365;

    public ObjectionTerms(int daysToObject, int daysToAnswer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysToObject, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysToObject, Longest);
        ArgumentOutOfRangeException.ThrowIfLessThan(daysToAnswer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(daysToAnswer, Longest);
        (DaysToObject, DaysToAnswer) = (daysToObject, daysToAnswer);
    }

    public static ObjectionTerms Default { get; } = new(30, 30);

    public int DaysToObject { get; }

    public int DaysToAnswer { get; }

    /// <summary>The last day on which an objection is in time.</summary>
    public DateOnly ObjectBy(DateOnly decidedOn) => decidedOn.AddDays(DaysToObject);

    /// <summary>The last day on which the answer is in time.</summary>
    public DateOnly AnswerBy(DateOnly raisedOn) => raisedOn.AddDays(DaysToAnswer);
}

public static class Objections
{
    /// <summary>Decisions of others to which a unit may object.</summary>
    public static IReadOnlyList<Step> Contestable { get; } = [Step.Return, Step.RefuseExtension, Step.UpholdAssignment, Step.Cancel];

    /// <summary>Where an occurrence stands once a decision on it is changed: what the decision did to the state is undone, unless it has moved on since.</summary>
    /// <param name="before">The state out of which the decision was made.</param>
    /// <param name="now">The state in which the occurrence stands.</param>
    public static OccurrenceState Restored(Step decision, OccurrenceState before, OccurrenceState now) => decision switch
    {
        // The request waits again before whom it waited.
        Step.Return when now == OccurrenceState.Returned && before.IsAwaitingReview => before,

        // The unit does not have to do it: the office looks for another.
        Step.UpholdAssignment when now == OccurrenceState.Pending || now.IsUnderWay => OccurrenceState.Refused,

        // A request that waited when the task was ended is made anew; what was set aside goes on.
        Step.Cancel when now == OccurrenceState.Cancelled => before == OccurrenceState.Pending || before.IsUnderWay ? before : OccurrenceState.InProgress,
        _ => now,
    };
}
