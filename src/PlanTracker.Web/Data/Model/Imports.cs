using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Units;

namespace PlanTracker.Web.Data.Model;

/// <summary>A file kept once per content; its bytes lie in the data folder under its hash.</summary>
public sealed class StoredFile
{
    /// <summary>SHA-256 of the content, lower-case hexadecimal, 64 characters.</summary>
    public required string Hash { get; set; }
    public long Size { get; set; }
    public DateTime StoredAt { get; set; }
}

public enum ImportState
{
    /// <summary>Read and open to review.</summary>
    InReview,
    Published,
    Discarded,

    /// <summary>Could not be read; the file is kept and the complaint shown.</summary>
    Unreadable,
}

/// <summary>A document that was dropped or pasted, with what the reader made of it and what people made of that. Nothing leaves it but by publishing.</summary>
public sealed class ImportDraft
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public ImportState State { get; set; }
    public required string FileName { get; set; }
    public required string FileHash { get; set; }

    /// <summary>The document's text, into which all spans point; empty where it could not be read.</summary>
    public string SourceText { get; set; } = "";

    /// <summary>JSON of the read blocks, for drawing the source as it looks (tables, headings); null for plain text.</summary>
    public string? SourceBlocks { get; set; }

    public DocumentKind Kind { get; set; }
    public DocumentStage? Stage { get; set; }
    public string Title { get; set; } = "";
    public string DocNumber { get; set; } = "";
    public string Issuer { get; set; } = "";
    public DateOnly? Issued { get; set; }
    public int? FirstYear { get; set; }
    public int? LastYear { get; set; }
    public bool FirstIsLead { get; set; }

    /// <summary>What concerns the whole document and not one task.</summary>
    public List<DraftDoubt> Doubts { get; set; } = [];

    public List<ImportDraftTask> Tasks { get; set; } = [];

    /// <summary>What was last deleted, merged or split and may still be taken back; publishing looks at <see cref="Tasks"/> alone.</summary>
    public List<DraftCut> Cuts { get; set; } = [];
    public Guid CreatedById { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ChangedAt { get; set; }
    public Guid? PlanId { get; set; }

    /// <summary>The plan of which this is an amended document; null for a new plan, and while nobody said.</summary>
    public Guid? AmendsPlanId { get; set; }

    /// <summary>A person said that it is a plan of its own, however much it is like another.</summary>
    public bool IsNewPlan { get; set; }

    /// <summary>滚动编制: the plan out of whose tasks it was made, for the years after; null for what was read from a document.</summary>
    public Guid? ContinuesPlanId { get; set; }

    public AmendmentChoices Amendment { get; set; } = new();
    public int Version { get; set; }
}

/// <summary>One task of a draft as the reviewer sees and mends it.</summary>
public sealed class ImportDraftTask
{
    public Guid Id { get; set; }
    public Guid ImportDraftId { get; set; }
    public ImportDraft ImportDraft { get; set; } = null!;
    public int Position { get; set; }
    public required string Number { get; set; }

    /// <summary>Headings above it, outermost first, joined by " > ".</summary>
    public string Section { get; set; } = "";
    public required string Title { get; set; }
    public string Body { get; set; } = "";

    /// <summary>The words it was read from, [Start, End) in the source text; null for a task that a person added.</summary>
    public int? SpanStart { get; set; }
    public int? SpanEnd { get; set; }

    public required DraftTaskContent Content { get; set; }
    public int Version { get; set; }
}

public enum CutKind
{
    Deleted,
    Merged,
    Split,
}

/// <summary>A task that was deleted from a draft, merged or split, kept with all it held until somebody takes that back or lets it go.</summary>
public sealed class DraftCut
{
    public Guid Id { get; set; }
    public Guid ImportDraftId { get; set; }
    public CutKind Kind { get; set; }

    /// <summary>The task as it stood: the deleted, the split, or the first of the merged.</summary>
    public required TaskAsItStood First { get; set; }

    /// <summary>Of two merged the one that was taken in; else null.</summary>
    public TaskAsItStood? Second { get; set; }

    /// <summary>The half that splitting made; else null.</summary>
    public Guid? MadeId { get; set; }

    /// <summary>The task before the one that went; null where it was the first.</summary>
    public Guid? BehindId { get; set; }

    /// <summary>What the remaining task became: once it is edited further, taking back would lose that edit and is no longer offered.</summary>
    public int FirstVersion { get; set; }
    public DateTime At { get; set; }
    public string ByName { get; set; } = "";
}

/// <summary>All that a draft task held at one moment; kept as JSON.</summary>
public sealed record TaskAsItStood(
    Guid Id, int Position, string Number, string Section, string Title, string Body, int? SpanStart, int? SpanEnd, DraftTaskContent Content);

/// <summary>The parts of a draft task that are edited as a whole; kept as JSON.</summary>
public sealed record DraftTaskContent
{
    public IReadOnlyList<DraftUnit> Units { get; init; } = [];
    public IReadOnlyList<DraftCollective> Collectives { get; init; } = [];
    public bool AndOthers { get; init; }
    public IReadOnlyList<string> Leaders { get; init; } = [];
    public IReadOnlyList<DraftDay> Deadlines { get; init; } = [];
    public Recurrence? Recurrence { get; init; }

    /// <summary>The day in every period, as printed or as a person set it; null where none is named.</summary>
    public DayInPeriod? PeriodDay { get; init; }
    public bool Ongoing { get; init; }

    /// <summary>A person has said that the deadline (or that there is none) is right; only confirmed deadlines turn red.</summary>
    public bool DeadlineConfirmed { get; init; }
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Null: by the rule (Each where collectives stand, else Joint).</summary>
    public Sharing? Sharing { get; init; }
    public IReadOnlyList<DraftDoubt> Doubts { get; init; } = [];

    /// <summary>上年接续: the task of the earlier plan that it goes on with.</summary>
    public Guid? ContinuesTaskId { get; init; }

    /// <summary>What is said about time, as the deadline that is proposed.</summary>
    public Deadline Proposal(PlanPeriod period) => DeadlineProposal.From(Deadlines.Select(x => x.Day), Recurrence, Ongoing, period, PeriodDay);

    /// <summary>The document names nobody for it; who stands on it was put there by a person.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool NamesNobody => Units.All(x => x.Start is null) && Collectives.All(x => x.Start is null);
}

/// <param name="OrgUnitId">The registered unit that the printed name stands for; null while nobody knows.</param>
/// <param name="Match">Why that unit: the kind of match, for showing.</param>
/// <param name="Provisional">暂定: proposed as lead because it stands first, not printed as such.</param>
/// <param name="Because">The registered name or the act of reform that the match rests on.</param>
/// <param name="Proposed">Units that may be meant, while nobody knows.</param>
public sealed record DraftUnit(
    string Name, Role Role, int? Start, int? End, Guid? OrgUnitId, string Match = "", bool Provisional = false, string Because = "",
    IReadOnlyList<ProposedUnit>? Proposed = null);

/// <param name="OrgUnitId">A unit of the register.</param>
public sealed record ProposedUnit(Guid OrgUnitId, DoubtReason Reason);

public sealed record DraftCollective(string Name, Role Role, int? Start, int? End, Guid? UnitGroupId);

/// <param name="Words">What is to be done by then, as a person wrote it; empty: as the document says it.</param>
public sealed record DraftDay(DateOnly Day, int? Start, int? End, string Words = "");

public sealed record DraftDoubt(DiagnosticKind Kind, string Words, int? Start, int? End, bool Settled = false);

/// <summary>The fact that a file was refused, and nothing of the file: neither name nor bytes nor hash.</summary>
public sealed class RefusedUpload
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public DateTime At { get; set; }
    public Guid ById { get; set; }
    public DiagnosticKind Reason { get; set; }
}
