namespace PlanTracker.Domain.Supervision;

/// <summary>Why a letter is proposed to the office, in the order in which one is the more pressing.</summary>
public enum LetterGround
{
    /// <summary>No letter has asked for the task yet.</summary>
    NotAsked,

    /// <summary>The last letter was not answered by the day it asked for.</summary>
    Unanswered,

    /// <summary>The deadline passed since the last letter.</summary>
    Overdue,
}

/// <summary>All that a proposal depends on: one open task of a body that is asked by letter.</summary>
public readonly record struct LetterFacts
{
    /// <summary>The confirmed deadline; null for ongoing tasks and where nobody confirmed it.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>A request to close waits for the office.</summary>
    public bool RequestWaits { get; init; }

    /// <summary>A letter on it is being drafted.</summary>
    public bool IsDrafted { get; init; }

    /// <summary>Day of the last letter on it; null while there was none.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The day by which that one asked for an answer.</summary>
    public DateOnly? AnswerBy { get; init; }

    public bool IsAnswered { get; init; }
}

/// <summary>Which tasks the office is proposed to write about. It proposes; people write and sign.</summary>
public static class LetterProposal
{
    public static LetterGround? For(LetterFacts facts, DateOnly day)
    {
        if (facts.IsDrafted)
            return null;
        if (facts.AskedOn is not { } asked)
            return LetterGround.NotAsked;
        if (facts.DueOn is { } due && due < day && asked <= due && !facts.RequestWaits)
            return LetterGround.Overdue;
        return !facts.IsAnswered && facts.AnswerBy < day ? LetterGround.Unanswered : null;
    }
}
