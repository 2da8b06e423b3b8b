using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Suggestions;

/// <summary>Who may be suggested: a unit that takes tasks, or a group of such.</summary>
public sealed record SuggestibleBody(Guid Id, string Name, bool IsGroup = false);

/// <param name="BodyId">The body of today that stands for the one that stood on the task.</param>
public readonly record struct EarlierPart(Guid BodyId, Role Role);

/// <param name="Similarity">0 to 1.</param>
public readonly record struct Neighbour(TaskText Task, double Similarity);

/// <summary>What speaks for a suggestion; each ground can be shown to the person who decides.</summary>
public abstract record Ground
{
    private Ground()
    {
    }

    /// <param name="Passage">The words of the earlier task that are most like the new one's.</param>
    /// <param name="Similarity">0 to 1.</param>
    public sealed record Earlier(Guid TaskId, Role Role, string Passage, double Similarity) : Ground;

    /// <summary>The wording speaks of the unit's field of work.</summary>
    public sealed record Field(string Term) : Ground;

    /// <summary>The wording names the unit itself.</summary>
    public sealed record Named(string Name) : Ground;
}

public enum SuggestionStrength
{
    Weak,
    Medium,
    Strong,
}

/// <param name="Weight">0 to 1; what <see cref="Strength"/> is read from.</param>
/// <param name="Grounds">The strongest first.</param>
public sealed record UnitSuggestion(Guid BodyId, bool IsGroup, Role Role, double Weight, IReadOnlyList<Ground> Grounds)
{
    private const double StrongFrom = 0.5;
    private const double MediumFrom = 0.3;

    public SuggestionStrength Strength =>
        Weight >= StrongFrom ? SuggestionStrength.Strong : Weight >= MediumFrom ? SuggestionStrength.Medium : SuggestionStrength.Weak;
}
