namespace PlanTracker.Domain.Units;

/// <summary>Matches a printed name to the registry: by the name, by an alias in use on the day, or by either once the place before it is understood.
/// A name that fits several units, or none, is said to do so.</summary>
public sealed class UnitMatcher
{
    private readonly NameIndex<UnitName> whole = new();
    private readonly NameIndex<(Place Place, string Bare)> placed = new();
    private readonly Place[] places;

    /// <param name="places">The plan's own place first, then those above it: 县 in a printed name is the first of these with that level.</param>
    public UnitMatcher(IEnumerable<RegisteredUnit> units, IEnumerable<Place> places)
    {
        this.places = [.. places];
        foreach (var unit in units)
        {
            Add(unit, unit.Name, null);
            foreach (var alias in unit.Aliases)
                Add(unit, alias.Name, alias);
        }
    }

    /// <param name="inherited">The place printed before an earlier name of the same list, which a bare name takes over.</param>
    public NameMatch Match(string printed, DateOnly day, Place? inherited = null)
    {
        var name = UnitName.Normalise(printed);
        if (name.IsEmpty)
            return new NameMatch.Unknown();
        var exact = whole.Find(
            name,
            day,
            entry => entry.Alias is null ? new NameMatch.Exact(entry.Id) : new NameMatch.ByAlias(entry.Id, entry.Name));
        // Two places' 财政局 under one short name are told apart by the place that the list has given.
        var isSettled = exact is not null && !(exact is NameMatch.Ambiguous && inherited is not null);
        return (isSettled ? exact : ByPlace(name.Text, day, inherited)) ?? exact ?? new NameMatch.Unknown();
    }

    /// <summary>The place that a printed name hands on to the bare names after it in a list; null where it has none.</summary>
    public Place? PlaceOf(string printed)
    {
        var name = UnitName.Normalise(printed).Text;
        return places.FirstOrDefault(place => Without(place.Name, name) is not null)
            ?? places.FirstOrDefault(place => Without(place.Level, name) is not null);
    }

    // 市场监管局 is no 场监管局 of the city: every reading is looked up, and all that is found has to be one unit.
    private NameMatch? ByPlace(string name, DateOnly day, Place? inherited)
    {
        NameMatch[] hits = [.. Readings(name, inherited)
            .Select(reading => placed.Find((reading.Place, reading.Bare), day, entry => new NameMatch.ByPrefix(entry.Id, entry.Name, reading.Reason)))
            .OfType<NameMatch>()];
        Guid[] ids = [.. hits.SelectMany(hit => hit is NameMatch.Ambiguous several ? several.Candidates : [hit.Found!.Value]).Distinct().Order()];
        return ids.Length > 1 ? new NameMatch.Ambiguous(ids) : hits.FirstOrDefault();
    }

    private IEnumerable<(Place Place, string Bare, PrefixReason Reason)> Readings(string name, Place? inherited)
    {
        foreach (var place in places)
        {
            if (Without(place.Name, name) is { } bare)
                yield return (place, bare, PrefixReason.FullPlace);
        }

        foreach (var place in places.DistinctBy(place => place.Level))
        {
            if (Without(place.Level, name) is { } bare)
                yield return (place, bare, PrefixReason.Level);
        }

        if (inherited is not null)
            yield return (inherited, name, PrefixReason.Inherited);
    }

    private void Add(RegisteredUnit unit, string name, Alias? alias)
    {
        var normal = UnitName.Normalise(name);
        whole.Add(normal, unit.Id, name, alias);
        if (unit.Place is not { } place)
            return;
        HashSet<string> bares = [normal.Text];
        if (Without(place.Name, normal.Text) is { } full)
            bares.Add(full);
        if (Without(place.Level, normal.Text) is { } shortened)
            bares.Add(shortened);
        foreach (var bare in bares)
            placed.Add((place, bare), unit.Id, name, alias);
    }

    // 中共云溪县委员会 begins with the Party's own mark before its place.
    private static string? Without(string prefix, string name)
    {
        var placeless = name.StartsWith("中共", StringComparison.Ordinal) ? name[2..] : name;
        return placeless.Length > prefix.Length && placeless.StartsWith(prefix, StringComparison.Ordinal) ? placeless[prefix.Length..] : null;
    }
}
