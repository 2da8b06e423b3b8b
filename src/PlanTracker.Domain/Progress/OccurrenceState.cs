namespace PlanTracker.Domain.Progress;

/// <summary>Where one run of an assignment stands. Overdue is no state: it is worked out from the day.</summary>
public enum OccurrenceState
{
    /// <summary>待签收</summary>
    Pending,

    /// <summary>办理中</summary>
    InProgress,

    /// <summary>单位审签</summary>
    UnitReview,

    /// <summary>初审</summary>
    FirstReview,

    /// <summary>领导审定</summary>
    LeaderApproval,

    /// <summary>已销号</summary>
    Closed,

    /// <summary>申请调整责任单位: not ours, says the unit.</summary>
    Refused,

    /// <summary>退回重办</summary>
    Returned,

    /// <summary>中止</summary>
    Suspended,

    /// <summary>终止</summary>
    Cancelled,

    /// <summary>重新办理, after a look-back.</summary>
    Reopened,

    /// <summary>结转下年: ended without being finished, because the plan of the next year goes on with it. It stays among what counts and was not closed.</summary>
    CarriedOver,
}

public static class OccurrenceStates
{
    extension(OccurrenceState state)
    {
        /// <summary>Nothing more is expected of the unit.</summary>
        public bool IsOver => state is OccurrenceState.Closed or OccurrenceState.Cancelled or OccurrenceState.CarriedOver;

        /// <summary>A request to close waits for somebody's answer.</summary>
        public bool IsAwaitingReview =>
            state is OccurrenceState.UnitReview or OccurrenceState.FirstReview or OccurrenceState.LeaderApproval;

        /// <summary>The unit is at work on it.</summary>
        public bool IsUnderWay => state is OccurrenceState.InProgress or OccurrenceState.Returned or OccurrenceState.Reopened;
    }
}
