using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>Why a draft cannot be published yet. The comment names what <see cref="Hindrance.Words"/> holds.</summary>
public enum HindranceKind
{
    NoTitle,
    NoPeriod,
    NoTasks,

    /// <summary>The printed name and the number of tasks.</summary>
    UnknownUnit,

    /// <summary>The printed name and the number of tasks.</summary>
    UnknownGroup,

    /// <summary>The group's printed name.</summary>
    EmptyGroup,

    /// <summary>Of an amended document: number and title of a task whose pair nobody has confirmed.</summary>
    UncertainPair,
}

public sealed record Hindrance(HindranceKind Kind, string Words = "", int Tasks = 0)
{
    /// <summary>All that stands in the way, each once.</summary>
    public static IReadOnlyList<Hindrance> Of(
        ImportDraft draft, IEnumerable<DraftTaskContent> tasks, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> members)
    {
        List<Hindrance> found = [];
        DraftTaskContent[] all = [.. tasks];
        if (string.IsNullOrWhiteSpace(draft.Title))
            found.Add(new(HindranceKind.NoTitle));
        if (draft.FirstYear is null || draft.LastYear is null)
            found.Add(new(HindranceKind.NoPeriod));
        if (all.Length == 0)
            found.Add(new(HindranceKind.NoTasks));
        found.AddRange(all.SelectMany(task => task.Units.Where(x => x.OrgUnitId is null).Select(x => x.Name).Distinct())
            .GroupBy(name => name).Select(same => new Hindrance(HindranceKind.UnknownUnit, same.Key, same.Count())));
        found.AddRange(all.SelectMany(task => task.Collectives.Where(x => x.UnitGroupId is null).Select(x => x.Name).Distinct())
            .GroupBy(name => name).Select(same => new Hindrance(HindranceKind.UnknownGroup, same.Key, same.Count())));
        found.AddRange(all.SelectMany(task => task.Collectives)
            .Where(x => x.UnitGroupId is { } id && (!members.TryGetValue(id, out var units) || units.Count == 0))
            .Select(x => x.Name).Distinct().Select(name => new Hindrance(HindranceKind.EmptyGroup, name)));
        return found;
    }
}
