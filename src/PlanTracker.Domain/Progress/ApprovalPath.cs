namespace PlanTracker.Domain.Progress;

/// <summary>Which approvals a plan asks for between 办理中 and 已销号; at least one.</summary>
public sealed record ApprovalPath
{
    public ApprovalPath(bool unitReview, bool firstReview, bool leaderApproval)
    {
        if (!(unitReview || firstReview || leaderApproval))
            throw new ArgumentException("A unit does not close its own tasks: somebody approves.", nameof(firstReview));
        (UnitReview, FirstReview, LeaderApproval) = (unitReview, firstReview, leaderApproval);
    }

    /// <summary>初审 alone.</summary>
    public static ApprovalPath Default { get; } = new(unitReview: false, firstReview: true, leaderApproval: false);

    public bool UnitReview { get; }

    public bool FirstReview { get; }

    public bool LeaderApproval { get; }

    /// <summary>Where a request goes first, and from there on: closed after the last approval.</summary>
    public OccurrenceState After(OccurrenceState state) => state switch
    {
        OccurrenceState.FirstReview => LeaderApproval ? OccurrenceState.LeaderApproval : OccurrenceState.Closed,
        OccurrenceState.LeaderApproval => OccurrenceState.Closed,
        OccurrenceState.UnitReview => FirstReview ? OccurrenceState.FirstReview : After(OccurrenceState.FirstReview),
        _ => UnitReview ? OccurrenceState.UnitReview : After(OccurrenceState.UnitReview),
    };
}
