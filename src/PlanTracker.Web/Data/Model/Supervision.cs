using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Data.Model;

/// <summary>批示: a leader's words on a task, which the units they go to answer by a day.</summary>
public sealed class Instruction
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public required string Words { get; set; }
    public required string LeaderName { get; set; }

    /// <summary>Null where the office entered it for a leader without an account.</summary>
    public Guid? LeaderAccountId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly AnswerBy { get; set; }
    public EntrySource Source { get; set; }
    public string EnteredByName { get; set; } = "";
    public DateTime At { get; set; }
    public List<InstructionUnit> Units { get; set; } = [];
}

/// <summary>What somebody in authority asked a unit and the unit has to answer: an instruction's part, an order.</summary>
public interface IFollowUp
{
    Guid JurisdictionId { get; }
    Guid OrgUnitId { get; }
    DateOnly AnswerBy { get; }
    AnswerState State { get; }
    DateOnly? SettledOn { get; }
}

/// <summary>One unit that an instruction goes to, and how far its answer is.</summary>
public sealed class InstructionUnit : IFollowUp
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid InstructionId { get; set; }
    public Instruction Instruction { get; set; } = null!;
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;

    /// <summary>The unit that answers; a task that goes to another takes its open instructions along.</summary>
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public DateOnly AnswerBy { get; set; }
    public AnswerState State { get; set; }

    /// <summary>Day of the last answer.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Day on which the office passed it on.</summary>
    public DateOnly? SettledOn { get; set; }
    public List<SupervisionAnswer> Answers { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>What a unit answers to an instruction or an order. Only ever appended; a mistake is mended by the next one.</summary>
public sealed class SupervisionAnswer
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid? InstructionUnitId { get; set; }
    public InstructionUnit? InstructionUnit { get; set; }
    public Guid? SupervisionOrderId { get; set; }
    public SupervisionOrder? SupervisionOrder { get; set; }

    /// <summary>复函: what a body that was asked by letter answered.</summary>
    public Guid? RequestLetterId { get; set; }
    public string Words { get; set; } = "";
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public EntrySource Source { get; set; }
    public DateTime At { get; set; }
    public DateOnly On { get; set; }
    public Decision Decision { get; set; }
    public string Reason { get; set; } = "";
    public string DecidedByName { get; set; } = "";
    public DateTime? DecidedAt { get; set; }
    public List<Evidence> Evidence { get; set; } = [];
}

/// <summary>督办单: numbered in its jurisdiction and year, with a colour and a limit of its own. Issued by a person; its number is never given again.</summary>
public sealed class SupervisionOrder : IFollowUp
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public int Year { get; set; }

    /// <summary>From 1 in each year.</summary>
    public int Ordinal { get; set; }

    /// <summary>As printed: 督办〔2026〕3号.</summary>
    public required string Number { get; set; }
    public Guid PlanTaskId { get; set; }
    public PlanTask PlanTask { get; set; } = null!;
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public OrderColour Colour { get; set; }

    /// <summary>What the rung is called where it was issued: 蓝色督办.</summary>
    public required string RungName { get; set; }

    /// <summary>The condition that was fulfilled on the day of issue, and its figure.</summary>
    public OrderGroundKind Ground { get; set; }
    public int GroundFigure { get; set; }

    /// <summary>What is demanded.</summary>
    public string Words { get; set; } = "";
    public DateOnly IssuedOn { get; set; }
    public DateTime IssuedAt { get; set; }
    public string IssuedByName { get; set; } = "";

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly AnswerBy { get; set; }
    public AnswerState State { get; set; }
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>销号: null while it runs, or when it climbed.</summary>
    public DateOnly? SettledOn { get; set; }
    public string SettledByName { get; set; } = "";
    public string SettledWords { get; set; } = "";

    /// <summary>The order of the colour before, out of which this one climbed.</summary>
    public Guid? ClimbedFromId { get; set; }
    public SupervisionOrder? ClimbedFrom { get; set; }

    /// <summary>The day on which an order of the next colour took its place.</summary>
    public DateOnly? ClimbedOn { get; set; }
    public List<SupervisionAnswer> Answers { get; set; } = [];
    public int Version { get; set; }
}
