namespace PlanTracker.Domain.Units;

/// <summary>Compares names by their words: what can be linked by a rule, and what can only be proposed.</summary>
internal sealed class WordingIndex
{
    private const int MostCandidates = 3;
    private const int ShortestMisspelt = 5;

    private static readonly string[] Offices = ["局", "委", "办", "厅", "部"];

    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, bool> known = [];

    public void Add(Place place, string bare, Guid id, string name, Alias? alias)
    {
        entries.Add(new(place, bare, UnitShape.Of(bare), id, name, alias, false));
        foreach (var part in Bracketed(bare))
            entries.Add(new(place, part, UnitShape.Of(part), id, name, alias, true));
    }

    /// <summary>Whether a bare name is that of some unit, by any rule that links.</summary>
    public bool Knows(string bare)
    {
        if (!known.TryGetValue(bare, out var does))
        {
            var shape = UnitShape.Of(bare);
            known[bare] = does = entries.Exists(x => x.Bare == bare || ReasonFor(shape, x) is not null);
        }

        return does;
    }

    public NameMatch? Find(IReadOnlyList<Reading> readings, DateOnly day) => Linked(readings, day) ?? ByReform(readings, day) ?? Proposed(readings, day);

    /// <summary>The one unit that has this body's duties after all reforms.</summary>
    public Guid? Successor(Reading reading)
    {
        Guid[] ids = [.. Reformed(reading).Select(x => x.Entry.Id).Distinct()];
        return ids is [var only] ? only : null;
    }

    /// <summary>The one bureau, committee or office of this field, whichever of them it is here (发展和改革委员会 → 发展和改革局).</summary>
    public Guid? OfField(Reading reading)
    {
        var shape = UnitShape.Of(reading.Bare);
        if (!Offices.Contains(shape.Ending) || shape.Core.Length < 2)
            return null;
        Guid[] ids =
        [
            .. entries.Where(x => x.Place == reading.Place && Offices.Contains(x.Shape.Ending) && ReasonFor(shape with { Ending = x.Shape.Ending }, x) is not null)
                .Select(x => x.Id).Distinct(),
        ];
        return ids is [var only] ? only : null;
    }

    private NameMatch? Linked(IEnumerable<Reading> readings, DateOnly day)
    {
        NameMatch.ByWording[] hits =
        [
            .. from reading in readings
               from form in Bracketed(reading.Bare).Select(part => (Bare: part, InBrackets: true)).Prepend((Bare: reading.Bare, InBrackets: false))
               let shape = UnitShape.Of(form.Bare)
               where !shape.IsEmpty
               from entry in entries
               where entry.Place == reading.Place && entry.IsInUse(day)
               let reason = entry.Bare == form.Bare ? WordingReason.Bracket : ReasonFor(shape, entry)
               where reason is not null
               select new NameMatch.ByWording(entry.Id, entry.Name, form.InBrackets || entry.InBrackets ? WordingReason.Bracket : reason.Value),
        ];
        Guid[] ids = [.. hits.Select(x => x.Id).Distinct().Order()];
        return ids.Length > 1 ? new NameMatch.Ambiguous(ids) : hits.FirstOrDefault();
    }

    private NameMatch? ByReform(IEnumerable<Reading> readings, DateOnly day)
    {
        var hits = readings.SelectMany(Reformed).Where(x => day <= x.Reform.Until && x.Entry.IsInUse(day)).ToList();
        return hits.Select(x => x.Entry.Id).Distinct().Count() == 1 ? new NameMatch.ByReform(hits[0].Entry.Id, hits[0].Entry.Name, hits[0].Reform) : null;
    }

    private NameMatch? Proposed(IEnumerable<Reading> readings, DateOnly day)
    {
        List<Candidate> found = [];
        foreach (var reading in readings)
        {
            var shape = UnitShape.Of(reading.Bare);
            if (shape.Core.Length == 0)
                continue;
            found.AddRange(Reformed(reading).Select(x => new Candidate(x.Entry.Id, x.Entry.Name, DoubtReason.Reformed)));
            foreach (var entry in entries.Where(x => x.Place == reading.Place))
            {
                if (DoubtFor(shape, reading.Bare, entry, day) is { } reason)
                    found.Add(new(entry.Id, entry.Name, reason));
            }
        }

        Candidate[] best = [.. found.OrderBy(x => x.Reason).DistinctBy(x => x.Id).Take(MostCandidates)];
        return best.Length > 0 ? new NameMatch.Doubtful(best) : null;
    }

    /// <summary>Units that a reform, or several one after the other, gave this body's duties.</summary>
    private IEnumerable<(Entry Entry, Reform Reform)> Reformed(Reading reading)
    {
        HashSet<string> seen = [reading.Bare];
        Queue<string> names = new(seen);
        while (names.TryDequeue(out var old))
        {
            var shape = UnitShape.Of(old);
            foreach (var reform in Reforms.National.Where(x => x.From == old || ShortForm.Lost(shape, UnitShape.Of(x.From)) == 0))
            {
                var to = UnitShape.Of(reform.To);
                var heirs = entries.Where(x => x.Place == reading.Place && x.Alias is null && !x.InBrackets && Inherits(to, x.Shape)).ToList();
                foreach (var heir in heirs)
                    yield return (heir, reform);
                if (heirs.Count == 0 && seen.Add(reform.To))
                    names.Enqueue(reform.To);
            }
        }
    }

    // 文化和旅游局 may be called 文化广播电视和旅游局 here: more duties, never fewer.
    private static bool Inherits(UnitShape reformed, UnitShape registered) =>
        reformed.Core == registered.Core ? reformed.Ending == registered.Ending
            : ShortForm.Lost(registered, reformed) == 0 || (reformed.Core.Length > 2 && ShortForm.Lost(reformed, registered) is not null);

    private static WordingReason? ReasonFor(UnitShape printed, Entry entry)
    {
        if (ShortForm.Lost(printed, entry.Shape) == 0 || IsTownItself(printed, entry.Shape))
            return WordingReason.ShortForm;
        if (ShortForm.Lost(entry.Shape, printed) == 0)
            return WordingReason.LongForm;
        return printed.Core.Length <= entry.Shape.Core.Length && ShortForm.IsReordered(printed, entry.Shape) ? WordingReason.Reordered : null;
    }

    // 清溪镇 = 清溪镇人民政府
    private static bool IsTownItself(UnitShape printed, UnitShape registered) => printed.Ending.Length == 0 && registered.Ending == "政府"
        && printed.Core == registered.Core && printed.Core.Length > 1 && printed.Core[^1] is '镇' or '乡';

    private static DoubtReason? DoubtFor(UnitShape printed, string bare, Entry entry, DateOnly day)
    {
        if (!entry.IsInUse(day))
            return entry.Bare == bare || ReasonFor(printed, entry) is not null ? DoubtReason.FormerName : null;
        if (printed.Branch != entry.Shape.Branch && printed.Branch != Branch.Unsaid && entry.Shape.Branch != Branch.Unsaid)
            return null;
        if (entry.Shape.Core.Length < 2)
            return null;
        if (printed.Ending != entry.Shape.Ending && ShortForm.Lost(printed with { Ending = entry.Shape.Ending }, entry.Shape) == 0)
            return printed.Ending.Length == 0 ? DoubtReason.Truncated : entry.Shape.Ending == "公司" || printed.Ending == "公司" ? null : DoubtReason.OtherEnding;
        if (printed.Core.Length > 1 && ShortForm.Lost(printed, entry.Shape) > 0)
            return DoubtReason.Incomplete;
        return DiffersInOne(bare, entry.Bare) ? DoubtReason.Misspelt : null;
    }

    private static bool DiffersInOne(string one, string other) => one.Length >= ShortestMisspelt && one.Length == other.Length
        && one.Zip(other).Count(x => x.First != x.Second) == 1;

    /// <summary>农业农村局(乡村振兴局): the name before the brackets, and the one inside where it names a body.</summary>
    private static IEnumerable<string> Bracketed(string bare)
    {
        var open = bare.IndexOf('(', StringComparison.Ordinal);
        if (open < 2 || !bare.EndsWith(')'))
            yield break;
        yield return bare[..open];
        var inside = bare[(open + 1)..^1];
        if (UnitShape.Of(inside) is { Ending.Length: > 0, Core.Length: > 1 })
            yield return inside;
    }

    private sealed record Entry(Place Place, string Bare, UnitShape Shape, Guid Id, string Name, Alias? Alias, bool InBrackets)
    {
        public bool IsInUse(DateOnly day) => Alias?.IsInUse(day) != false;
    }
}
