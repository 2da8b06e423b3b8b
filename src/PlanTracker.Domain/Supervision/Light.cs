namespace PlanTracker.Domain.Supervision;

/// <summary>Ordered so that the worse is the greater.</summary>
public enum LightColour
{
    Grey,
    Green,

    /// <summary>Closed on time.</summary>
    Blue,

    /// <summary>Closed late: a mark of its own that stays.</summary>
    ClosedLate,
    Yellow,
    Red,
}

/// <summary>Why the light has its colour. The comment says what <see cref="LightReason.Number"/> and <see cref="LightReason.Day"/> are.</summary>
public enum LightReasonKind
{
    /// <summary>Opens on Day.</summary>
    NotBegun,
    Ongoing,

    /// <summary>Ongoing, and the last round passed without a word.</summary>
    OngoingUnconfirmed,
    Suspended,
    Cancelled,

    /// <summary>Due on Day, Number calendar days from now.</summary>
    InTime,

    /// <summary>Due on Day, Number workdays from now.</summary>
    DueWithinWorkdays,

    /// <summary>Due on Day, Number calendar days from now.</summary>
    DueWithinDays,
    NoReportInLastRound,

    /// <summary>Was due on Day, Number calendar days ago.</summary>
    Overdue,

    /// <summary>Was due on Day, when another unit had it; Number calendar days since a reform handed it over, that day included.</summary>
    OverdueSinceTakenOver,

    /// <summary>Nobody confirmed the deadline on Day, passed Number calendar days ago.</summary>
    UnconfirmedDeadlinePassed,

    /// <summary>A request to close waits since Day.</summary>
    AwaitingReview,

    /// <summary>A request to close waits since Day, Number calendar days after the deadline.</summary>
    AwaitingReviewLate,

    /// <summary>Finished on Day.</summary>
    ClosedOnTime,

    /// <summary>Finished on Day, Number calendar days late.</summary>
    ClosedLate,

    /// <summary>Finished on Day, by the deadline that an extension gave which had been asked for Number calendar days late.</summary>
    ExtendedLate,

    /// <summary>At most the allowed points behind; Number points behind the planned pace, rounded up.</summary>
    OnPace,

    /// <summary>Number points behind the planned pace, rounded up.</summary>
    BehindPace,

    /// <summary>Number points behind the planned pace, rounded up.</summary>
    FarBehindPace,

    /// <summary>The milestone of Day is not reached, Number calendar days after it.</summary>
    MilestoneMissed,

    /// <summary>No start in Number months since it was handed over on Day.</summary>
    NotStarted,

    /// <summary>Was red until Day and has caught up.</summary>
    CaughtUp,

    /// <summary>Went on in a later plan from Day.</summary>
    CarriedOver,
}

/// <summary>The kind and what its sentence needs.</summary>
public readonly record struct LightReason(LightReasonKind Kind, int Number = 0, DateOnly? Day = null);

public readonly record struct Light(LightColour Colour, LightReason Reason);
