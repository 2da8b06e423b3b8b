using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Data.Model;

/// <summary>异议: what a unit objects in a decision, and what somebody else made of it. One for each decision.</summary>
public sealed class Objection
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;

    /// <summary>The entry of the history that is the decision.</summary>
    public Guid DecisionId { get; set; }
    public Step Against { get; set; }
    public DateOnly AgainstOn { get; set; }

    /// <summary>Who made the decision and therefore does not decide on the objection; null for the system itself.</summary>
    public Guid? AgainstById { get; set; }
    public string AgainstByName { get; set; } = "";

    /// <summary>The state out of which the decision was made.</summary>
    public OccurrenceState StateBefore { get; set; }
    public DateOnly RaisedOn { get; set; }

    /// <summary>The last day on which the answer is in time, by the terms of the day it was raised.</summary>
    public DateOnly AnswerBy { get; set; }
    public string Words { get; set; } = "";
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public EntrySource Source { get; set; }

    /// <summary>Accepted: the decision was changed. Refused: it was upheld.</summary>
    public Decision Decision { get; set; }
    public string Reason { get; set; } = "";
    public Guid? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";
    public DateOnly? DecidedOn { get; set; }
    public int Version { get; set; }
}

/// <summary>内部分办: who within the unit does the work. The unit answers for it as before.</summary>
public sealed class Division
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OccurrenceId { get; set; }
    public Occurrence Occurrence { get; set; } = null!;
    public Guid OrgUnitId { get; set; }

    /// <summary>股室, as the unit calls it; empty where a person alone is named.</summary>
    public string Office { get; set; } = "";
    public Guid? AccountId { get; set; }
    public string PersonName { get; set; } = "";
    public string Words { get; set; } = "";

    /// <summary>Inner deadline, never behind that of the occurrence on the day it was set; null: the same.</summary>
    public DateOnly? DueOn { get; set; }
    public Guid? ById { get; set; }
    public string ByName { get; set; } = "";
    public DateOnly On { get; set; }

    /// <summary>Taken back, or the unit has the task no more; null while it holds.</summary>
    public DateOnly? EndedOn { get; set; }
}

/// <summary>征求意见: the division of work of a draft, sent round to the units that it names before it is published. A draft has one at a time.</summary>
public sealed class CommentRound
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid ImportDraftId { get; set; }
    public ImportDraft ImportDraft { get; set; } = null!;
    public DateOnly SentOn { get; set; }
    public DateOnly AnswerBy { get; set; }
    public string Words { get; set; } = "";
    public string ByName { get; set; } = "";

    /// <summary>Units answer until then; null while it runs.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Who approved the division after the round: name, number of the document or minutes, day.</summary>
    public string ApprovedBy { get; set; } = "";
    public string ApprovedIn { get; set; } = "";
    public DateOnly? ApprovedOn { get; set; }
    public List<CommentUnit> Units { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>A unit that was asked in a round.</summary>
public sealed class CommentUnit
{
    public Guid Id { get; set; }
    public Guid CommentRoundId { get; set; }
    public CommentRound CommentRound { get; set; } = null!;
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;

    /// <summary>When it handed in its answer; null while it has not. It may answer anew while the round runs.</summary>
    public DateTime? AnsweredAt { get; set; }
    public string AnsweredByName { get; set; } = "";
    public EntrySource Source { get; set; }
    public List<TaskComment> Comments { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>What a unit says to one task of the draft. It keeps how the task was called when it was sent round: tasks of drafts are merged and taken out.</summary>
public sealed class TaskComment
{
    public Guid Id { get; set; }
    public Guid CommentUnitId { get; set; }
    public CommentUnit CommentUnit { get; set; } = null!;
    public Guid DraftTaskId { get; set; }
    public int Position { get; set; }
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
    public Domain.Plans.Role Role { get; set; }

    /// <summary>Null while the unit has not said.</summary>
    public bool? Agrees { get; set; }
    public string Reason { get; set; } = "";

    /// <summary>Whether the office takes an objection over; null while it has not said, and where the unit agrees.</summary>
    public bool? Adopted { get; set; }
    public string AnswerWords { get; set; } = "";
    public string AnswerByName { get; set; } = "";
    public int Version { get; set; }
}
