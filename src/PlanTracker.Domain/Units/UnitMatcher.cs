namespace PlanTracker.Domain.Units;

/// <summary>Matches a printed name to the registry: by the name, by an alias in use on the day, by either once the place before it is understood, by
/// the general rules for short forms, or by a reform. A name that fits several units, or none, is said to do so.</summary>
public sealed class UnitMatcher
{
    private readonly NameIndex<UnitName> whole = new();
    private readonly NameIndex<(Place Place, string Bare)> placed = new();
    private readonly WordingIndex wordings = new();
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
        if (isSettled)
            return exact!;
        Reading[] readings = [.. Readings(name.Text, inherited)];
        return ByPlace(readings, day) ?? exact ?? wordings.Find(readings, day) ?? new NameMatch.Unknown();
    }

    /// <summary>The unit of the plan's own place with the duty of a body elsewhere, or of one that is no more (司法局 of the city → 县司法局); reforms of any
    /// day counted. Null where there is no such unit, or several.</summary>
    /// <param name="at">The place of that body; null where its name has none.</param>
    public Guid? OfDuty(string name, DateOnly day, Place? at = null)
    {
        if (places.Length == 0)
            return null;
        var normal = UnitName.Normalise(name).Text;
        var bare = at is null ? normal : PlacedName.Bares(normal, at, [at]).Select(x => x.Bare).FirstOrDefault(normal);
        Reading[] reading = [new(places[0], PlacedName.Canonical(bare), PrefixReason.Assumed)];
        return (ByPlace(reading, day) ?? wordings.Find(reading, day))?.Found ?? wordings.Successor(reading[0]) ?? wordings.OfField(reading[0]);
    }

    /// <summary>The place that a printed name hands on to the bare names after it in a list; null where it has none.</summary>
    public Place? PlaceOf(string printed)
    {
        var name = UnitName.Normalise(printed).Text;
        var placeless = PlacedName.Without("中共", name) ?? name;
        return places.FirstOrDefault(place => PlacedName.Without(place.Name, placeless) is not null)
            ?? places.FirstOrDefault(place => PlacedName.Without(place.Level, placeless) is not null && !IsOwnName(placeless));
    }

    // 市场监管局 is no 场监管局 of the city: every reading is looked up, and all that is found has to be one unit.
    private NameMatch? ByPlace(IEnumerable<Reading> readings, DateOnly day)
    {
        NameMatch[] hits = [.. readings
            .Select(reading => placed.Find((reading.Place, reading.Bare), day, entry => new NameMatch.ByPrefix(entry.Id, entry.Name, reading.Reason)))
            .OfType<NameMatch>()];
        Guid[] ids = [.. hits.SelectMany(hit => hit is NameMatch.Ambiguous several ? several.Candidates : [hit.Found!.Value]).Distinct().Order()];
        return ids.Length > 1 ? new NameMatch.Ambiguous(ids) : hits.FirstOrDefault();
    }

    private IEnumerable<Reading> Readings(string name, Place? inherited)
    {
        var levels = places.DistinctBy(place => place.Level).ToHashSet();
        foreach (var place in places)
        {
            foreach (var (bare, reason) in PlacedName.Bares(name, place, places))
            {
                if (reason != PrefixReason.Level || levels.Contains(place))
                    yield return new(place, bare, reason);
            }
        }

        if ((inherited ?? places.FirstOrDefault()) is { } taken)
            yield return new(taken, PlacedName.Canonical(name), inherited is null ? PrefixReason.Assumed : PrefixReason.Inherited);
    }

    private bool IsOwnName(string name) => wordings.Knows(name);

    private void Add(RegisteredUnit unit, string name, Alias? alias)
    {
        var normal = UnitName.Normalise(name);
        whole.Add(normal, unit.Id, name, alias);
        if (unit.Place is not { } place)
            return;
        var asIs = PlacedName.Canonical(normal.Text);
        HashSet<string> bares = [.. PlacedName.Bares(normal.Text, place, places).Select(x => x.Bare)];
        foreach (var bare in bares.Append(asIs).Distinct())
            placed.Add((place, bare), unit.Id, name, alias);
        foreach (var bare in bares.Count > 0 ? bares : [asIs])
            wordings.Add(place, bare, unit.Id, name, alias);
    }
}

/// <summary>One way of understanding a printed name: of which place, and what is left.</summary>
internal readonly record struct Reading(Place Place, string Bare, PrefixReason Reason);
