using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;

namespace PlanTracker.Web.Data.Model;

/// <summary>版本: a document of a plan as it was published. The first is the one the plan was made of; the plan's own columns repeat the newest.</summary>
public sealed class PlanEdition
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanId { get; set; }
    public Plan Plan { get; set; } = null!;

    /// <summary>From 1.</summary>
    public int Ordinal { get; set; }
    public Guid ImportDraftId { get; set; }
    public required string Title { get; set; }
    public string DocNumber { get; set; } = "";
    public string Issuer { get; set; } = "";
    public DateOnly? Issued { get; set; }
    public int FirstYear { get; set; }
    public int LastYear { get; set; }
    public string FileName { get; set; } = "";
    public string FileHash { get; set; } = "";

    /// <summary>The document's text, into which the spans of its wordings point.</summary>
    public string SourceText { get; set; } = "";

    public DateOnly PublishedOn { get; set; }
    public DateTime PublishedAt { get; set; }
    public Guid PublishedById { get; set; }

    /// <summary>On what ground the plan was amended, in the coordinator's words; empty for the first edition.</summary>
    public string Words { get; set; } = "";

    public List<TaskWording> Wordings { get; set; } = [];
}

/// <summary>How one edition words one task. Every edition has a wording of each task that it leaves in force, and of each that it withdraws.</summary>
public sealed class TaskWording
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanEditionId { get; set; }
    public PlanEdition PlanEdition { get; set; } = null!;
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public int Position { get; set; }

    /// <summary>What the edition did to the task; null in the first one.</summary>
    public ChangeKind? Change { get; set; }

    /// <summary>The document says something else, or leaves the task out, and the coordinator did not adopt that: the words of the edition before stand.</summary>
    public bool IsDeclined { get; set; }

    public required string Number { get; set; }
    public string Section { get; set; } = "";
    public required string Title { get; set; }
    public string Body { get; set; } = "";

    /// <summary>In the edition's own text; null where the document says nothing of the task.</summary>
    public int? SpanStart { get; set; }
    public int? SpanEnd { get; set; }

    public required WordingContent Content { get; set; }

    /// <summary>As it is compared with other wordings.</summary>
    /// <param name="period">The years of its edition.</param>
    public WordedTask Worded(PlanPeriod period) => new(Number, Section, Title, Body)
    {
        Units = Content.Units, Deadline = Content.Deadline(period), Targets = Content.Targets, Leaders = Content.Leaders,
    };
}

/// <summary>The parts of a wording that are only read as a whole; kept as JSON.</summary>
public sealed record WordingContent
{
    /// <summary>Units and groups as printed.</summary>
    public IReadOnlyList<WordedUnit> Units { get; init; } = [];

    /// <summary>Who stood on the task by this edition, groups by their members.</summary>
    public IReadOnlyList<WordedPart> Parts { get; init; } = [];
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
    public Recurrence? Recurrence { get; init; }
    public DayInPeriod? PeriodDay { get; init; }
    public bool Ongoing { get; init; }
    public bool DeadlineConfirmed { get; init; }
    public IReadOnlyList<string> Targets { get; init; } = [];
    public IReadOnlyList<string> Leaders { get; init; } = [];

    public Deadline Deadline(PlanPeriod period) => DeadlineProposal.From(Days, Recurrence, Ongoing, period, PeriodDay) with { IsConfirmed = DeadlineConfirmed };
}

/// <param name="OrgUnitId">The unit that the document meant, whoever took its part over later.</param>
public sealed record WordedPart(Guid OrgUnitId, Role Role, Guid AssignmentId);

/// <summary>What a person said of an amended document laid over its plan; kept as JSON.</summary>
public sealed record AmendmentChoices
{
    public IReadOnlyList<PairChoice> Pairs { get; init; } = [];

    /// <summary>Changes that are not adopted, by the draft's task; withdrawals by the plan's.</summary>
    public IReadOnlyList<Guid> Declined { get; init; } = [];
}

/// <param name="PlanTaskId">Null: an added task.</param>
public sealed record PairChoice(Guid DraftTaskId, Guid? PlanTaskId);
