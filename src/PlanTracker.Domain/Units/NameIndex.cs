namespace PlanTracker.Domain.Units;

/// <summary>Looks names up among registered names first, and among aliases in use on a day next.</summary>
internal sealed class NameIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<Entry>> entries = [];

    public void Add(TKey key, Guid id, string name, Alias? alias)
    {
        if (!entries.TryGetValue(key, out var list))
            entries[key] = list = [];
        list.Add(new(id, name, alias));
    }

    /// <summary>Null when nothing is found; names hide aliases.</summary>
    public NameMatch? Find(TKey key, DateOnly day, Func<Entry, NameMatch> found)
    {
        if (!entries.TryGetValue(key, out var list))
            return null;
        return One(list.Where(entry => entry.Alias is null), found) ?? One(list.Where(entry => entry.Alias?.IsInUse(day) == true), found);
    }

    private static NameMatch? One(IEnumerable<Entry> hits, Func<Entry, NameMatch> found)
    {
        Entry[] each = [.. hits.DistinctBy(entry => entry.Id)];
        return each switch
        {
            [] => null,
            [var only] => found(only),
            _ => new NameMatch.Ambiguous([.. each.Select(entry => entry.Id).Order()]),
        };
    }

    internal sealed record Entry(Guid Id, string Name, Alias? Alias);
}
