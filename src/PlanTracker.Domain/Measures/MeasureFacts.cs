using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Measures;

/// <summary>What the numbers ask of one occurrence.</summary>
public readonly record struct MeasureFacts
{
    public required Role Role { get; init; }

    public required OccurrenceState State { get; init; }

    public required DateOnly HandedOverOn { get; init; }

    public DateOnly? OriginalDueOn { get; init; }

    /// <summary>The current deadline, which only an approved extension moves.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Nobody confirmed the deadline: it makes nothing due or late.</summary>
    public bool IsUnconfirmed { get; init; }

    public bool IsOngoing { get; init; }

    /// <summary>The day of the request that was accepted.</summary>
    public DateOnly? FinishedOn { get; init; }

    public DateOnly? RequestWaitingSince { get; init; }

    public DateOnly? LastReportedOn { get; init; }

    /// <summary>Days past the deadline on which a granted extension had been asked for.</summary>
    public int AskedLateBy { get; init; }

    /// <summary>The last day on which another unit answered for it, before a reform handed it over.</summary>
    public DateOnly? HeldByOtherUntil { get; init; }
}
