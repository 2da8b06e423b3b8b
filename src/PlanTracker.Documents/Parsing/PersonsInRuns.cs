namespace PlanTracker.Documents.Parsing;

/// <summary>How long a person's name is that stands directly before a body: 贺山水利局. The document itself says so where a name returns before
/// other bodies, or a body behind other names.</summary>
internal sealed class PersonsInRuns
{
    private readonly string plain;
    private readonly HashSet<int> places;
    private readonly Dictionary<string, HashSet<char>> behind = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> three = new(StringComparer.Ordinal);
    private readonly HashSet<string> bodies = new(StringComparer.Ordinal);

    /// <param name="places">Where a name followed by bodies begins.</param>
    public PersonsInRuns(string plain, IReadOnlyList<int> places)
    {
        (this.plain, this.places) = (plain, [.. places]);
        foreach (var place in places)
        {
            if (!behind.TryGetValue(plain[place..(place + 2)], out var next)) behind[plain[place..(place + 2)]] = next = [];
            next.Add(plain[place + 2]);
            var longer = plain[place..(place + 3)];
            three[longer] = three.GetValueOrDefault(longer) + 1;
            foreach (var (start, end) in GluedTables.UnitsAt(plain, place + 2).Skip(1)) bodies.Add(plain[start..end]);
        }
    }

    /// <summary>0 where no name stands.</summary>
    public int LengthAt(int place)
    {
        if (!places.Contains(place)) return 0;
        if (behind[plain[place..(place + 2)]].Count > 1) return 2;
        var (shortly, longly) = (Body(place + 2), Body(place + 3));
        if (three[plain[place..(place + 3)]] > 1 && longly.Length >= 3) return 3;
        if (longly.Length < 3 || bodies.Contains(shortly)) return 2;
        if (bodies.Contains(longly)) return 3;
        // 卫健局 has three characters more often than two or four.
        return shortly.Length >= 4 && longly.Length == 3 && longly[^1] == '局' ? 3 : 2;
    }

    private string Body(int from) => GluedTables.UnitsAt(plain, from) is [var first, ..] ? plain[first.Start..first.End] : "";
}
