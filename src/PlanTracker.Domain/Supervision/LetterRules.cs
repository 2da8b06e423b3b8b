using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Supervision;

/// <summary>How a jurisdiction treats bodies that are asked by letter (商请函), and how its letters are numbered. They are never ordered and never urged by a
/// machine, whatever it chooses.</summary>
public sealed record LetterRules
{
    /// <summary>As <see cref="NumberPattern"/> fills it.</summary>
    public const string DefaultPattern = "商请〔{year}〕{number}号";

    public const int DefaultAnswerWorkdays = 15;

    /// <summary>Whether the lights of their tasks may be red.</summary>
    public bool MayBeRed { get; init; }

    /// <summary>Whether they are named where units are compared or those that are late are listed.</summary>
    public bool AreNamed { get; init; }

    public string Pattern { get; init; } = DefaultPattern;

    /// <summary>Whose name stands under a letter; empty: the office that writes it.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Within how many working days an answer is asked for.</summary>
    public int AnswerWorkdays { get; init; } = DefaultAnswerWorkdays;

    public bool Names(OrgUnitKind kind) => AreNamed || !kind.IsAskedByLetter;

    public bool MayTurnRed(OrgUnitKind kind) => MayBeRed || !kind.IsAskedByLetter;

    public string NumberOf(int year, int ordinal) => NumberPattern.Fill(Pattern, year, ordinal);
}
