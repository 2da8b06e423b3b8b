namespace PlanTracker.Domain.Units;

/// <summary>Matches a printed collective to the registered groups by name or alias, and by nothing else.</summary>
public sealed class GroupMatcher
{
    private readonly NameIndex<UnitName> names = new();

    public GroupMatcher(IEnumerable<RegisteredGroup> groups)
    {
        foreach (var group in groups)
        {
            names.Add(UnitName.Normalise(group.Name), group.Id, group.Name, null);
            foreach (var alias in group.Aliases)
                names.Add(UnitName.Normalise(alias.Name), group.Id, alias.Name, alias);
        }
    }

    public NameMatch Match(string printed, DateOnly day) => names.Find(
        UnitName.Normalise(printed),
        day,
        entry => entry.Alias is null ? new NameMatch.Exact(entry.Id) : new NameMatch.ByAlias(entry.Id, entry.Name)) ?? new NameMatch.Unknown();
}
