using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Data.Model;

/// <summary>办理期: one run of an assignment. Its columns are the projection of its history and are written in the same transaction.
/// Plan, task, unit and role are repeated here, so that every list and every number is read from this one table.</summary>
public sealed class Occurrence
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanId { get; set; }
    public Plan Plan { get; set; } = null!;
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public Guid AssignmentId { get; set; }
    public Assignment Assignment { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public Role Role { get; set; }

    /// <summary>First and last day of the period of a recurring task; both null for a task done once.</summary>
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }

    public OccurrenceState State { get; set; }

    /// <summary>Where a suspended one goes back to.</summary>
    public OccurrenceState? StateBefore { get; set; }

    public DateOnly OpenedOn { get; set; }
    public bool Ongoing { get; set; }
    public DateOnly? OriginalDueOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public bool DeadlineConfirmed { get; set; }
    public DateOnly? SignedOn { get; set; }

    /// <summary>Day of the completion request that waits now; null while none waits.</summary>
    public DateOnly? RequestedOn { get; set; }

    /// <summary>Day of the request that was later accepted: the day on which it counts as finished.</summary>
    public DateOnly? FinishedOn { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>0–100, as last reported.</summary>
    public int Percent { get; set; }
    public DateOnly? LastReportedOn { get; set; }

    /// <summary>Milestones that the unit has reported reached, as <see cref="MilestoneMarks.Text"/>.</summary>
    public string Reached { get; set; } = "";

    /// <summary>Last day on which its light was red; a red one that caught up stays yellow for a month.</summary>
    public DateOnly? RedUntil { get; set; }

    /// <summary>Days past the deadline on which granted extensions had been asked for: however early it is closed then, it counts as late.</summary>
    public int AskedLateBy { get; set; }

    /// <summary>职能划转: the last day on which another unit answered for it; lateness up to then is that unit's. Null where it was never handed over late.</summary>
    public DateOnly? HeldByOtherUntil { get; set; }

    /// <summary>并入: the run of another unit in which this one ended.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>How many steps its history has.</summary>
    public int StepsTaken { get; set; }

    public int Version { get; set; }
    public List<OccurrenceStep> Steps { get; set; } = [];
    public List<ProgressReport> Reports { get; set; } = [];
}

/// <summary>From where what was entered came: typed by the unit itself, or entered for it by the office (代录).</summary>
public enum EntrySource
{
    Own,
    Paper,
    Telephone,
    Chat,
    Spreadsheet,
}

/// <summary>One entry of the history: who, when, which step, from what to what, why. Only ever appended.</summary>
public sealed class OccurrenceStep
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;

    /// <summary>Its place in the history of the occurrence, from 1: several steps may be taken in one moment.</summary>
    public int Place { get; set; }
    public Step Step { get; set; }
    public OccurrenceState From { get; set; }
    public OccurrenceState To { get; set; }

    /// <summary>Null for what the system itself did.</summary>
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public Guid? ByUnitId { get; set; }
    public EntrySource Source { get; set; }
    public DateTime At { get; set; }
    public DateOnly On { get; set; }
    public string Words { get; set; } = "";

    /// <summary>What changed beside the state, as kind and values: "DueOn" 2026-06-30 2026-09-30.</summary>
    public string Changed { get; set; } = "";
    public string Before { get; set; } = "";
    public string After { get; set; } = "";

    /// <summary>All that the step sets, so that the state of any past day is folded from the history.</summary>
    public StepFacts Facts { get; set; } = new();
}

/// <summary>进展填报. Only ever appended; a mistake is mended by the next one.</summary>
public sealed class ProgressReport
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid? RoundId { get; set; }
    public ReportingRound? Round { get; set; }
    public string Words { get; set; } = "";
    public int Percent { get; set; }

    /// <summary>Figures with their unit of measure as typed (开展培训 12 场), one a line.</summary>
    public string Figures { get; set; } = "";

    /// <summary>本期无新进展</summary>
    public bool NothingNew { get; set; }

    /// <summary>仍在坚持: on an ongoing task, whose report confirms it for the round, with words or without.</summary>
    public bool StillDone { get; set; }

    /// <summary>Milestones that were said with it to be reached, as <see cref="MilestoneMarks.Text"/>.</summary>
    public string Reached { get; set; } = "";
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public EntrySource Source { get; set; }
    public DateTime At { get; set; }
    public DateOnly On { get; set; }

    /// <summary>Sent back by the office with this reason; a later report of the same round stands in its place.</summary>
    public string? ReturnedBecause { get; set; }
    public Guid? ReturnedById { get; set; }
    public string ReturnedByName { get; set; } = "";
    public DateTime? ReturnedAt { get; set; }
    public List<Evidence> Evidence { get; set; } = [];
}

/// <summary>What a unit has typed for a round and not yet handed in; one per occurrence, gone once it is handed in.</summary>
public sealed class ReportDraft
{
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid JurisdictionId { get; set; }
    public string Words { get; set; } = "";
    public int? Percent { get; set; }
    public string Figures { get; set; } = "";

    /// <summary>Milestones whose day of completion is typed, as <see cref="MilestoneMarks.Text"/>.</summary>
    public string Reached { get; set; } = "";

    /// <summary>Titles of the reports from which words were taken, joined by 、; empty where all was typed.</summary>
    public string Origin { get; set; } = "";
    public string ByName { get; set; } = "";
    public DateTime ChangedAt { get; set; }
}

/// <summary>佐证材料</summary>
public sealed class Evidence
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Guid? ReportId { get; set; }
    public ProgressReport? Report { get; set; }

    /// <summary>The answer to an instruction or an order that it came with.</summary>
    public Guid? AnswerId { get; set; }
    public required string FileName { get; set; }
    public required string FileHash { get; set; }
    public long Size { get; set; }
    public DateTime At { get; set; }
}

public enum Decision
{
    Waiting,
    Accepted,
    Refused,

    /// <summary>Taken back, replaced by a newer one, or no longer wanted.</summary>
    Withdrawn,
}

/// <summary>办结申请. The one that waits, or was decided.</summary>
public sealed class CompletionRequest
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public DateOnly RequestedOn { get; set; }
    public string Words { get; set; } = "";
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public EntrySource Source { get; set; }
    public Decision Decision { get; set; }
    public string Reason { get; set; } = "";
    public Guid? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";
    public DateTime? DecidedAt { get; set; }
}

/// <summary>延期申请</summary>
public sealed class ExtensionRequest
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public DateOnly RequestedOn { get; set; }
    public DateOnly NewDueOn { get; set; }
    public string Words { get; set; } = "";
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public Decision Decision { get; set; }
    public string Reason { get; set; } = "";
    public string DecidedByName { get; set; } = "";
    public DateTime? DecidedAt { get; set; }
}

/// <summary>填报期次: one call for progress on a plan.</summary>
public sealed class ReportingRound
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanId { get; set; }
    public Plan Plan { get; set; } = null!;
    public required string Name { get; set; }
    public DateOnly OpensOn { get; set; }
    public DateOnly CutOffOn { get; set; }

    /// <summary>The figures cover up to this day.</summary>
    public DateOnly FiguresUpTo { get; set; }
    public bool FiguresCumulative { get; set; }

    /// <summary>Which figures are asked for, with their unit of measure (开展培训（场），参训（人次）); empty where none are.</summary>
    public string FiguresWanted { get; set; } = "";

    /// <summary>From then on the round is its <see cref="RoundSnapshot"/>.</summary>
    public DateTime? ClosedAt { get; set; }
}

public enum UrgeKind
{
    /// <summary>催报: a report is missing.</summary>
    MissingReport,

    /// <summary>催办: a task is late.</summary>
    LateTask,
}

public enum UrgeWay
{
    /// <summary>In the application and by the person's channels.</summary>
    Message,
    Telephone,
    WorkGroup,
}

/// <summary>A recorded nudge to one unit.</summary>
public sealed class Urge
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public Guid? PlanId { get; set; }
    public Guid? RoundId { get; set; }
    public Guid? OccurrenceId { get; set; }
    public UrgeKind Kind { get; set; }
    public UrgeWay Way { get; set; }
    public int Count { get; set; }
    public string Words { get; set; } = "";
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
    public DateOnly On { get; set; }
}
