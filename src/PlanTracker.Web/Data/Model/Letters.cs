using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Data.Model;

/// <summary>商请函: what the office asks of a body that it may not order, for the body's tasks of one plan. Written, signed and registered by people.</summary>
public sealed class RequestLetter
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public Guid PlanId { get; set; }
    public Plan Plan { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;

    /// <summary>The most pressing of the grounds on which it was proposed.</summary>
    public LetterGround Ground { get; set; }
    public LetterState State { get; set; }

    /// <summary>Both null while it is a draft; the ordinal is from 1 in each year.</summary>
    public int? Year { get; set; }
    public int? Ordinal { get; set; }

    /// <summary>As printed: 商请〔2026〕3号. Empty while it is a draft.</summary>
    public string Number { get; set; } = "";
    public required string Title { get; set; }

    /// <summary>What stands before the list of tasks, and behind it; paragraphs parted by line breaks.</summary>
    public string Opening { get; set; } = "";
    public string Closing { get; set; } = "";
    public DateOnly DraftedOn { get; set; }
    public string DraftedByName { get; set; } = "";
    public DateOnly? IssuedOn { get; set; }
    public DateTime? IssuedAt { get; set; }

    /// <summary>签发人, and who entered that.</summary>
    public string SignedByName { get; set; } = "";
    public string IssuedByName { get; set; } = "";

    /// <summary>The day by which an answer is asked for.</summary>
    public DateOnly AnswerBy { get; set; }
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>作废: why, by whom, when.</summary>
    public DateOnly? DroppedOn { get; set; }
    public string DroppedByName { get; set; } = "";
    public string DroppedWords { get; set; } = "";
    public List<LetterTask> Tasks { get; set; } = [];
    public List<SupervisionAnswer> Answers { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>A task that a letter asks for, with what was printed of it.</summary>
public sealed class LetterTask
{
    public Guid Id { get; set; }
    public Guid RequestLetterId { get; set; }
    public RequestLetter RequestLetter { get; set; } = null!;
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public int Position { get; set; }
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
    public Role Role { get; set; }
    public LetterGround Ground { get; set; }

    /// <summary>The confirmed deadline; null where the letter names none.</summary>
    public DateOnly? DueOn { get; set; }
}
