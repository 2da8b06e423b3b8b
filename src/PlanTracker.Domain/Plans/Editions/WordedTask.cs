using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Plans.Editions;

/// <summary>A unit or a group under the name and role that one edition prints.</summary>
/// <param name="Key">What the name stands for in the register; two names of one unit are no change.</param>
public sealed record WordedUnit(string Name, Role Role, Guid? Key = null);

/// <summary>One task as one edition of a plan words it.</summary>
public sealed record WordedTask(string Number, string Section, string Title, string Body)
{
    public IReadOnlyList<WordedUnit> Units { get; init; } = [];

    /// <summary>Null: nothing is known of it, and it is compared with nothing.</summary>
    public Deadline? Deadline { get; init; }

    public IReadOnlyList<string> Targets { get; init; } = [];

    public IReadOnlyList<string> Leaders { get; init; } = [];

    /// <summary>Title and body as one, for comparing: a body that begins with its title says it once.</summary>
    internal string Words => Body.StartsWith(Title, StringComparison.Ordinal) ? Body : Title + Body;

    /// <summary>What an edition changed in it beside number and place.</summary>
    public WordingParts ChangedParts(WordedTask now) =>
        (Plain(Title) == Plain(now.Title) ? 0 : WordingParts.Title)
        | (Plain(Body) == Plain(now.Body) ? 0 : WordingParts.Body)
        | (Standing(Units).SetEquals(Standing(now.Units)) ? 0 : WordingParts.Units)
        | (IsDeadlineChanged(Deadline, now.Deadline) ? WordingParts.Deadline : 0)
        | (Alike(Targets, now.Targets) ? 0 : WordingParts.Targets)
        | (Alike(Leaders, now.Leaders) ? 0 : WordingParts.Leaders);

    /// <summary>A proposal that nobody confirmed says nothing new: the deadline of the edition before stands.</summary>
    public static bool IsDeadlineChanged(Deadline? before, Deadline? now) =>
        before is not null && now is { IsConfirmed: true } && (before with { IsConfirmed = true }) != now;

    /// <summary>Without what a new layout changes: blanks, breaks and the width of characters.</summary>
    internal static string Plain(string words) => UnitName.Normalise(words).Text;

    private static HashSet<(string, Role)> Standing(IEnumerable<WordedUnit> units) => [.. units.Select(x => (x.Key?.ToString() ?? Plain(x.Name), x.Role))];

    private static bool Alike(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Select(Plain).SequenceEqual(other.Select(Plain));
}
