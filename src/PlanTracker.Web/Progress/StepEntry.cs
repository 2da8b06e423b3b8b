using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>What somebody says when he takes a step.</summary>
/// <param name="Words">The reason, the progress, the authority: whatever the step calls for.</param>
public sealed record StepEntry(string Words = "")
{
    public EntrySource Source { get; init; }

    /// <summary>代录: the day named by the paper, call or message. Null: today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Progress from 0 to 100, with a report.</summary>
    public int? Percent { get; init; }

    /// <summary>The day asked for with a request to extend; what is approved may be another one.</summary>
    public DateOnly? NewDueOn { get; init; }

    /// <summary>完成节点 or its taking back: the milestone, by its own day.</summary>
    public DateOnly? Milestone { get; init; }

    /// <summary>完成节点: on which day it was reached.</summary>
    public DateOnly? ReachedOn { get; init; }

    /// <summary>修订调整: when the run is due by the new edition; null where that did not change.</summary>
    public RunDeadline? Amended { get; init; }

    /// <summary>改派 and 职能划转: the unit that takes over; 承接: the one taken over from; 申请调整责任单位: the one proposed.</summary>
    public Guid? OrgUnitId { get; init; }

    /// <summary>职能划转: from which day on the unit that takes over answers for it.</summary>
    public DateOnly? TakenOverOn { get; init; }

    /// <summary>承接: the role in which the unit stands on the task from then on.</summary>
    public Domain.Plans.Role? Role { get; init; }

    /// <summary>改变原决定: what stands again.</summary>
    public Restored? Restored { get; init; }

    /// <summary>内部分办: what <see cref="OccurrenceStep.After"/> keeps of it.</summary>
    public string? Divided { get; init; }

    /// <summary>重新办理 of the lead of a joint task: the closed parts of those who cooperate are opened again too.</summary>
    public bool WithCooperating { get; init; }
}

/// <summary>What stands again once a decision is changed.</summary>
/// <param name="RequestedOn">Day of the request to close that waits again; null where none does.</param>
/// <param name="DueOn">The deadline asked for with the extension that was refused; null where none was.</param>
/// <param name="AskedOn">The day on which it was asked for.</param>
public sealed record Restored(OccurrenceState State, DateOnly? RequestedOn = null, DateOnly? DueOn = null, DateOnly? AskedOn = null);
