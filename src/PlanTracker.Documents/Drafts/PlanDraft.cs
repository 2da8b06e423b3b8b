using PlanTracker.Documents.Blocks;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Drafts;

/// <summary>What a document turned out to be.</summary>
public enum DocumentKind
{
    Plan,
    KeyPoints,
    Breakdown,
    Report,
    Notice,
    Other,
    Unreadable,
}

public enum DocumentStage
{
    /// <summary>征求意见稿, 讨论稿, 送审稿</summary>
    Draft,
    Final,
}

/// <summary>All that a reading of a document may say. Every field was read from the document's words; what the reader was unsure of stands in
/// <see cref="Diagnostics"/>.</summary>
public sealed record PlanDraft
{
    public required DocumentKind Kind { get; init; }
    public string? Title { get; init; }
    public DocumentStage? Stage { get; init; }
    public string? DocNumber { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? Issued { get; init; }

    /// <summary>First and last year that the plan covers; equal for a plan of one year.</summary>
    public (int First, int Last)? Period { get; init; }

    /// <summary>The document says outright that the unit printed first leads (排在第一位的为牵头单位), which changes no printed role.</summary>
    public bool FirstIsLead { get; init; }

    /// <summary>Of a report: the year in which its next steps lie.</summary>
    public int? NextYear { get; init; }

    /// <summary>Of a report: what it tells, matter by matter.</summary>
    public IReadOnlyList<ReportPassage> Passages { get; init; } = [];

    public IReadOnlyList<DraftTask> Tasks { get; init; } = [];
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>One numbered item. Its words are those of the document.</summary>
public sealed record DraftTask
{
    /// <summary>As printed, with its brackets or point; the row's place where a table has no number column.</summary>
    public required string Number { get; init; }

    /// <summary>Headings above it, outermost first, each with its number as printed.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    public required string Title { get; init; }

    /// <summary>The whole wording without the unit clause.</summary>
    public required string Body { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>Single bodies, each once, under the role printed, in the order printed.</summary>
    public IReadOnlyList<NamedUnit> Units { get; init; } = [];

    /// <summary>Groups (各镇人民政府, 县级有关部门) as printed, with the role under which they stand.</summary>
    public IReadOnlyList<NamedUnit> Collectives { get; init; } = [];

    /// <summary>等 stands in the clause: the list of units is open.</summary>
    public bool AndOthers { get; init; }

    /// <summary>Persons named as answering for the task.</summary>
    public IReadOnlyList<NamedLeader> Leaders { get; init; } = [];

    /// <summary>All days by which something of the task is due, in order; the last one is the deadline, earlier ones are milestones.</summary>
    public IReadOnlyList<DatedWords> Deadlines { get; init; } = [];

    public Recurrence? Recurrence { get; init; }

    /// <summary>The day of each period by which the task that returns is due, where the words name one (每年9月30日前, 每季度末月25日前); it is none
    /// of <see cref="Deadlines"/>.</summary>
    public DayInPeriod? DayInPeriod { get; init; }

    /// <summary>长期坚持, 持续推进, 常态化 as the time stated for the task.</summary>
    public bool Ongoing { get; init; }

    /// <summary>Words from which <see cref="Recurrence"/>, its day or <see cref="Ongoing"/> was read.</summary>
    public SourceSpan? TimeWords { get; init; }

    /// <summary>Measurable promises as printed.</summary>
    public IReadOnlyList<DraftTarget> Targets { get; init; } = [];
}

/// <param name="Name">As printed, blanks and line ends inside it removed.</param>
/// <param name="Words">Where it was read.</param>
public sealed record NamedUnit(string Name, Role Role, SourceSpan Words);

public sealed record NamedLeader(string Name, SourceSpan Words);

/// <param name="Day">The day, resolved with the plan's own period where the words name no year.</param>
public sealed record DatedWords(DateOnly Day, SourceSpan Words);

public sealed record DraftTarget(string Words, SourceSpan Span);
