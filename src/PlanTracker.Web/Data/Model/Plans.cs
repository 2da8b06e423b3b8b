using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Data.Model;

/// <summary>计划: a published document. Made by publishing a draft and in no other way.</summary>
public sealed class Plan
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public PlanKind Kind { get; set; }
    public required string Title { get; set; }
    public string DocNumber { get; set; } = "";
    public string Issuer { get; set; } = "";
    public DateOnly? Issued { get; set; }
    public int FirstYear { get; set; }
    public int LastYear { get; set; }
    public DateOnly PublishedOn { get; set; }
    public DateTime PublishedAt { get; set; }
    public Guid PublishedById { get; set; }
    public Guid ImportDraftId { get; set; }
    public string FileName { get; set; } = "";
    public string FileHash { get; set; } = "";

    /// <summary>The document's text, into which the spans of its tasks point.</summary>
    public string SourceText { get; set; } = "";

    public LightFamily LightFamily { get; set; }

    /// <summary>Thresholds of its own; null while it goes by the default of plans as long as it. Which family holds is <see cref="LightFamily"/>.</summary>
    public LightRules? Lights { get; set; }
    public ReportingCycle RoundCycle { get; set; }

    /// <summary>Which steps stand between working on a task and its closing.</summary>
    public bool NeedsUnitReview { get; set; }
    public bool NeedsLeaderApproval { get; set; }

    /// <summary>When its tasks are reminded of; null while it goes by its jurisdiction's.</summary>
    public Ladder? Ladder { get; set; }

    /// <summary>上年接续: the plan that this one goes on with; null where it began anew.</summary>
    public Guid? ContinuesPlanId { get; set; }

    public List<PlanTask> Tasks { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>任务: one numbered item of a plan.</summary>
public sealed class PlanTask
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanId { get; set; }
    public Plan Plan { get; set; } = null!;
    public int Position { get; set; }
    public required string Number { get; set; }
    public string Section { get; set; } = "";
    public required string Title { get; set; }
    public string Body { get; set; } = "";
    public int? SpanStart { get; set; }
    public int? SpanEnd { get; set; }
    public Sharing Sharing { get; set; }
    public bool AndOthers { get; set; }

    /// <summary>Leaders named in the document, joined by 、.</summary>
    public string Leaders { get; set; } = "";

    /// <summary>Measurable promises as printed, one a line.</summary>
    public string Targets { get; set; } = "";

    /// <summary>Groups as printed, joined by 、; their members stand among the assignments.</summary>
    public string Collectives { get; set; } = "";

    public Recurrence? Recurrence { get; set; }

    /// <summary>The day that returns in every period (每季度末月25日前); null for its last day, and for what does not recur.</summary>
    public DayInPeriod? PeriodDay { get; set; }
    public bool Ongoing { get; set; }

    /// <summary>The last stated day, or the proposed end of the period; null for an ongoing or a recurring task.</summary>
    public DateOnly? DueOn { get; set; }
    public bool DeadlineConfirmed { get; set; }

    /// <summary>撤销: on which day a new edition left the task out; its history stays.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>上年接续: the task of the plan before that this one goes on with; null where it is new.</summary>
    public Guid? ContinuesTaskId { get; set; }

    /// <summary>The coordinator asks for a file with the completion request.</summary>
    public bool EvidenceWanted { get; set; }

    public List<Milestone> Milestones { get; set; } = [];
    public List<Assignment> Assignments { get; set; } = [];
}

/// <summary>时间节点: an earlier day of a task with several.</summary>
public sealed class Milestone
{
    public Guid Id { get; set; }
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public DateOnly DueOn { get; set; }
    public string Words { get; set; } = "";
}

/// <summary>责任分工: task × unit × role.</summary>
public sealed class Assignment
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanId { get; set; }
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public Role Role { get; set; }

    /// <summary>暂定: the lead was proposed, not printed, and nobody has confirmed it.</summary>
    public bool Provisional { get; set; }

    /// <summary>汇总单位: of several leads the one that puts the report together.</summary>
    public bool Gathers { get; set; }

    /// <summary>The name as printed; of a member of a group the group's.</summary>
    public string PrintedName { get; set; } = "";

    /// <summary>On which day a new edition named the unit no more; nothing opens for it from then on.</summary>
    public DateOnly? EndedOn { get; set; }

    public List<Occurrence> Occurrences { get; set; } = [];
}
