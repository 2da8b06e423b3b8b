using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units;

/// <summary>The names of groups: each stands for one group of a jurisdiction.</summary>
public static class GroupNames
{
    private const char Separator = '；';

    public static string Join(IEnumerable<string> aliases) => string.Join(Separator, aliases.Distinct());

    public static IReadOnlyList<string> AliasesOf(string joined) => joined.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name that another group answers to already; the group is known by its own name.</summary>
    public static Refusal? Clash(IEnumerable<UnitGroup> groups, string name, IReadOnlyList<string> aliases) =>
        Clash(groups.Where(x => UnitName.Normalise(x.Name) != UnitName.Normalise(name)), [name, .. aliases]);

    public static Refusal? Clash(IEnumerable<UnitGroup> others, IReadOnlyList<string> names)
    {
        foreach (var other in others)
        {
            var taken = AliasesOf(other.Aliases).Append(other.Name).Select(UnitName.Normalise).ToHashSet();
            if (names.FirstOrDefault(x => taken.Contains(UnitName.Normalise(x))) is { } name)
                return new Refusal(RefusalKind.NameOfOther, name, other.Name);
        }

        return null;
    }
}
