namespace PlanTracker.Web.Measures;

/// <summary>Which occurrences stand behind a number. The names stand in addresses.</summary>
public enum TaskFilter
{
    All,

    /// <summary>纳入统计: neither ongoing nor cancelled nor suspended; the denominator of 总体办结率.</summary>
    Counted,
    Closed,

    /// <summary>已到期: the denominator of 到期办结率 and of the on-time rate.</summary>
    Due,
    DueClosed,
    DueClosedOnTime,

    /// <summary>Due and not closed, whether or not a request waits.</summary>
    DueOpen,
    Overdue,

    /// <summary>Open, confirmed and due within so many days, today included.</summary>
    DueSoon,
    AwaitingReview,
    Unsigned,

    /// <summary>Not signed for since so many workdays.</summary>
    UnsignedLong,
    Silent,

    /// <summary>On which something is expected of the unit.</summary>
    AtWork,
    ClosedLate,
    Extended,
    Ongoing,

    /// <summary>The deadline was proposed and nobody confirmed it.</summary>
    Unconfirmed,
}

/// <summary>Lead and responsible on the one side, cooperating on the other: never added into one rate.</summary>
public enum Side
{
    Lead,
    Cooperating,
}
