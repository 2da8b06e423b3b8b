using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Domain.Progress;

/// <summary>What a step says beside its state: all that is needed to work out how the run stands after it.</summary>
public sealed record StepFacts
{
    /// <summary>With which deadline it was handed over, or amended to.</summary>
    public RunDeadline? Deadline { get; init; }

    /// <summary>The day approved or confirmed; null where the one before holds.</summary>
    public DateOnly? NewDueOn { get; init; }

    /// <summary>0–100, as reported.</summary>
    public int? Percent { get; init; }

    /// <summary>Who has it from here on.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>职能划转: the last day on which the unit before answered for it.</summary>
    public DateOnly? HeldByOtherUntil { get; init; }

    /// <summary>Its light was red on this day, just before.</summary>
    public DateOnly? RedOn { get; init; }

    /// <summary>The milestone, by its own day, that was reported reached, or of which that was taken back.</summary>
    public DateOnly? Milestone { get; init; }

    /// <summary>On which day it was reached.</summary>
    public DateOnly? ReachedOn { get; init; }

    /// <summary>The day of the request that waits again, after a decision about it was changed.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>On which day it counts as finished, where that is not the day of its own request.</summary>
    public DateOnly? FinishedOn { get; init; }

    /// <summary>The day on which the extension that is granted was asked for; null: the day of the step.</summary>
    public DateOnly? AskedOn { get; init; }
}

/// <summary>A step as the history keeps it.</summary>
/// <param name="On">The day it counts for.</param>
/// <param name="RecordedOn">The day it was entered: the same or a later one.</param>
public sealed record TakenStep(Step Step, OccurrenceState To, DateOnly On, DateOnly RecordedOn, StepFacts Facts);

/// <summary>How one run of an assignment stands: its state, its days and its progress. The columns of an occurrence are today's.</summary>
public sealed record Standing
{
    public OccurrenceState State { get; init; }

    /// <summary>Where a suspended or refused one goes back to.</summary>
    public OccurrenceState? StateBefore { get; init; }
    public Guid UnitId { get; init; }
    public bool Ongoing { get; init; }
    public DateOnly? OriginalDueOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public bool DeadlineConfirmed { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? RequestedOn { get; init; }

    /// <summary>Also the day on which it was carried over: from then on lateness grows no more.</summary>
    public DateOnly? FinishedOn { get; init; }

    /// <summary>0–100, as last reported.</summary>
    public int Percent { get; init; }
    public DateOnly? LastReportedOn { get; init; }
    public DateOnly? RedUntil { get; init; }

    /// <summary>Milestones that the unit has reported reached.</summary>
    public MilestoneMarks Reached { get; init; } = MilestoneMarks.None;

    /// <summary>Calendar days past the deadline on which extensions that were granted had been asked for: they stay late, to whatever day it was moved.</summary>
    public int AskedLateBy { get; init; }

    /// <summary>The last day on which another unit answered for it, before a reform handed it over: lateness up to then is that unit's.</summary>
    public DateOnly? HeldByOtherUntil { get; init; }

    /// <summary>How it stood at the end of a day, as far as it was known then: what was entered later for an earlier day counts from when it was entered.</summary>
    /// <param name="first">Before its first step.</param>
    /// <param name="history">In the order in which the steps were taken.</param>
    public static Standing At(DateOnly day, Standing first, IEnumerable<TakenStep> history) =>
        history.TakeWhile(x => x.RecordedOn <= day).Aggregate(first, (standing, step) => standing.After(step));

    public Standing After(TakenStep taken)
    {
        var after = Moved(taken) with { State = taken.To, RedUntil = taken.Facts.RedOn ?? RedUntil };

        // Finished on the day of the request that is accepted now, however long the office took.
        return taken.To == OccurrenceState.Closed && State != OccurrenceState.Closed
            ? after with { FinishedOn = taken.Facts.FinishedOn ?? after.RequestedOn ?? taken.On, RequestedOn = null, StateBefore = null, Percent = 100 }
            : after;
    }

    private Standing Moved(TakenStep taken)
    {
        var (on, facts) = (taken.On, taken.Facts);
        return taken.Step switch
        {
            Step.Publish => Due(facts.Deadline) with { UnitId = facts.UnitId ?? UnitId },
            Step.Amend => Due(facts.Deadline),
            Step.Sign => this with { SignedOn = on },
            Step.RefuseAsNotOurs or Step.Suspend => this with { StateBefore = State },
            Step.UpholdAssignment or Step.Resume => this with { StateBefore = null },
            Step.Reassign => this with { UnitId = facts.UnitId ?? UnitId, SignedOn = null, RequestedOn = null, StateBefore = null, AskedLateBy = 0 },
            Step.Transfer => this with
            {
                UnitId = facts.UnitId ?? UnitId, SignedOn = null, RequestedOn = null, AskedLateBy = 0, HeldByOtherUntil = facts.HeldByOtherUntil ?? HeldByOtherUntil,
                StateBefore = taken.To == OccurrenceState.Suspended ? OccurrenceState.Pending : null,
            },
            Step.ReachMilestone when facts.Milestone is { } milestone => this with { Reached = Reached.With(new(milestone, facts.ReachedOn ?? on)) },
            Step.TakeBackMilestone when facts.Milestone is { } milestone => this with { Reached = Reached.Without(milestone) },
            Step.Report or Step.ConfirmOngoing => this with { LastReportedOn = LastReportedOn > on ? LastReportedOn : on, Percent = facts.Percent ?? Percent },
            Step.RequestCompletion => this with { RequestedOn = on },
            Step.WithdrawCompletion or Step.Return => this with { RequestedOn = null },
            Step.ApproveExtension => Extended(facts.NewDueOn, facts.AskedOn ?? on) with { DeadlineConfirmed = true },

            // What nobody had confirmed was no deadline yet: the day that is confirmed is the original one.
            Step.ConfirmDeadline => this with
            {
                DueOn = facts.NewDueOn ?? DueOn, OriginalDueOn = facts.NewDueOn ?? OriginalDueOn, DeadlineConfirmed = true,
                AskedLateBy = facts.NewDueOn is null ? AskedLateBy : 0,
            },
            Step.ChangeDecision => (facts.NewDueOn is { } granted ? Extended(granted, facts.AskedOn ?? on) : this) with
            {
                RequestedOn = facts.RequestedOn ?? RequestedOn,
                StateBefore = taken.To == OccurrenceState.Refused && State != OccurrenceState.Refused ? State : StateBefore,
            },
            Step.Cancel or Step.Merge => this with { RequestedOn = null, StateBefore = null },
            Step.CarryOver => this with { FinishedOn = on, RequestedOn = null, StateBefore = null },
            Step.Reopen => this with { FinishedOn = null, RequestedOn = null },
            _ => this,
        };
    }

    private Standing Due(RunDeadline? deadline) => deadline is null ? this : this with
    {
        Ongoing = deadline.Ongoing, OriginalDueOn = deadline.OriginalDueOn, DueOn = deadline.DueOn, DeadlineConfirmed = deadline.IsConfirmed,
        AskedLateBy = deadline.OriginalDueOn == OriginalDueOn ? AskedLateBy : 0,
    };

    // Late is what lies between the deadline and the day it was asked for; behind the new deadline lateness counts by itself.
    private Standing Extended(DateOnly? newDueOn, DateOnly askedOn)
    {
        if (Ongoing || !DeadlineConfirmed || DueOn is not { } due || newDueOn is not { } moved)
            return this with { DueOn = newDueOn };
        return this with { DueOn = moved, AskedLateBy = AskedLateBy + Math.Max(0, Math.Min(askedOn.DayNumber, moved.DayNumber) - Lateness.From(due, HeldByOtherUntil).DayNumber) };
    }
}
