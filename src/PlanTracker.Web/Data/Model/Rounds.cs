using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Data.Model;

/// <summary>期次快照: how a round of reporting stood when it was closed. Written once, in the transaction that closes the round; the database refuses to change or
/// remove it. It names units and tasks as they were named then, so that nothing that happens to them later shows in it.</summary>
public sealed class RoundSnapshot
{
    /// <summary>The round's; it has one snapshot.</summary>
    public Guid RoundId { get; set; }
    public ReportingRound Round { get; set; } = null!;
    public Guid JurisdictionId { get; set; }
    public DateTime TakenAt { get; set; }

    /// <summary>The day for which measures and lights were worked out.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Empty where the calendar closed it.</summary>
    public string ByName { get; set; } = "";
    public required SnapshotContent Content { get; set; }
    public List<SnapshotCell> Cells { get; set; } = [];
}

/// <summary>What concerns the whole round; kept as JSON.</summary>
public sealed record SnapshotContent
{
    public string PlanTitle { get; init; } = "";
    public string RoundName { get; init; } = "";
    public DateOnly OpensOn { get; init; }
    public DateOnly CutOffOn { get; init; }
    public DateOnly FiguresUpTo { get; init; }
    public bool FiguresCumulative { get; init; }
    public string FiguresWanted { get; init; } = "";
    public RoundCounts Counts { get; init; }

    /// <summary>Of all tasks of the plan, also those that opened after the cut-off.</summary>
    public SidedTally Tally { get; init; }

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<SnapshotUnit> Units { get; init; } = [];

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<SnapshotTask> Tasks { get; init; } = [];
}

/// <param name="Urged">How often it was asked for reports of this round.</param>
/// <param name="Tally">Of its tasks of the plan.</param>
public sealed record SnapshotUnit(Guid Id, string Name, bool IsAskedByLetter, int Urged, SidedTally Tally);

public sealed record SnapshotTask(Guid Id, string Number, string Title);

/// <summary>One unit with one task, as it stood when the round was closed.</summary>
public sealed class SnapshotCell
{
    public Guid Id { get; set; }
    public Guid RoundId { get; set; }
    public RoundSnapshot Snapshot { get; set; } = null!;
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Guid PlanTaskId { get; set; }
    public Guid OrgUnitId { get; set; }
    public Role Role { get; set; }
    public DateOnly? PeriodFrom { get; set; }
    public RoundCell Cell { get; set; }
    public OccurrenceState State { get; set; }
    public DateOnly? DueOn { get; set; }
    public int Percent { get; set; }
    public LightColour Light { get; set; }
    public LightReasonKind LightReason { get; set; }
    public int LightNumber { get; set; }
    public DateOnly? LightDay { get; set; }

    /// <summary>The last report of the round; null where none had come.</summary>
    public Guid? ReportId { get; set; }
    public DateTime? ReportedAt { get; set; }
    public DateOnly? ReportedOn { get; set; }
    public string ReportedByName { get; set; } = "";
    public EntrySource Source { get; set; }
    public string Words { get; set; } = "";
    public bool StillDone { get; set; }
    public string Reached { get; set; } = "";
    public string Figures { get; set; } = "";
    public string? ReturnedBecause { get; set; }

    /// <summary>Names of the files that came with it, joined by 、.</summary>
    public string Files { get; set; } = "";

    public Light LightOfThatDay => new(Light, new LightReason(LightReason, LightNumber, LightDay));
}

/// <summary>更正说明: what the coordinator has to say of a closed round, in place of changing it. Only ever appended.</summary>
public sealed class RoundNote
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid RoundId { get; set; }
    public ReportingRound Round { get; set; } = null!;
    public required string Words { get; set; }
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
}
