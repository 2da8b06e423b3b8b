using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reminders;

/// <summary>All that the reminders of one occurrence depend on, beside ladder and calendar.</summary>
public sealed record ReminderFacts
{
    public required OccurrenceState State { get; init; }

    /// <summary>The day on which it came to this unit: publishing, the opening of its period, or reassignment. What lies before is not reminded
    /// of.</summary>
    public required DateOnly HandedOverOn { get; init; }

    /// <summary>The current deadline; null for ongoing tasks.</summary>
    public DateOnly? DueOn { get; init; }

    public bool IsConfirmed { get; init; } = true;

    /// <summary>Days of milestones that this unit answers for and has not reported reached.</summary>
    public IReadOnlyList<DateOnly> OpenMilestones { get; init; } = [];

    public DateOnly? RequestWaitingSince { get; init; }

    /// <summary>Cut-off days of the rounds in which a report is asked for and missing.</summary>
    public IReadOnlyList<DateOnly> MissingReports { get; init; } = [];

    /// <summary>The last day on which another unit answered for it, before a reform handed it over: being late begins behind it.</summary>
    public DateOnly? HeldByOtherUntil { get; init; }

    /// <summary>No machine urges a body that is asked by letter: what is late is proposed to the office as another letter.</summary>
    public bool IsAskedByLetter { get; init; }

    /// <summary>Whether anything may be sent at all: not when over, set aside, or while an answer is the office's turn.</summary>
    public bool IsReminded =>
        RequestWaitingSince is null && !State.IsOver && !State.IsAwaitingReview
        && State is not (OccurrenceState.Suspended or OccurrenceState.Refused);
}

/// <param name="NominalDay">The day the ladder names; with occurrence and rung it makes the reminder unique.</param>
/// <param name="GoesOutOn">The same, or the working day before or after where that is a day off.</param>
public readonly record struct PlannedReminder(Rung Rung, DateOnly NominalDay, DateOnly GoesOutOn);
