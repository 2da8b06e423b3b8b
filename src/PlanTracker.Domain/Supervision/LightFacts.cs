using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Supervision;

/// <summary>All that the light of one occurrence depends on, beside the rules and the day.</summary>
public sealed record LightFacts
{
    public required OccurrenceState State { get; init; }

    /// <summary>The day from which it is to be worked on.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>The current deadline, which only an approved extension moves; null for ongoing tasks.</summary>
    public DateOnly? DueOn { get; init; }

    public bool IsConfirmed { get; init; } = true;

    public bool IsOngoing { get; init; }

    /// <summary>The day of the request that was accepted.</summary>
    public DateOnly? FinishedOn { get; init; }

    public DateOnly? RequestWaitingSince { get; init; }

    /// <summary>Days past the deadline on which a granted extension had been asked for.</summary>
    public int AskedLateBy { get; init; }

    /// <summary>The last day on which another unit answered for it, before a reform handed it over.</summary>
    public DateOnly? HeldByOtherUntil { get; init; }

    /// <summary>A round ended since it was handed over and the unit did not report in it.</summary>
    public bool MissedLastRound { get; init; }

    public IReadOnlyList<DateOnly> Milestones { get; init; } = [];

    public MilestoneMarks Reached { get; init; } = MilestoneMarks.None;

    /// <summary>Whether this unit is the one that says when a milestone is reached.</summary>
    public bool AnswersForMilestones { get; init; } = true;

    /// <summary>Progress as last reported, 0 to 100; null where nothing was.</summary>
    public int? Percent { get; init; }

    /// <summary>The last day on which it was red for its pace; null if it never was.</summary>
    public DateOnly? LastRedOn { get; init; }

    /// <summary>Party organs, congress, CPPCC, courts and vertically managed bodies.</summary>
    public bool IsAskedByLetter { get; init; }
}
