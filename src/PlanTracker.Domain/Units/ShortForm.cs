namespace PlanTracker.Domain.Units;

/// <summary>How a short name is made of a long one: of each telling word at least its first character, in order; weak words may go (发展和改革局 → 发改局,
/// 市场监督管理局 → 市场监管局, 市监局).</summary>
internal static class ShortForm
{
    // A body of one character before its ending is said of offices and unions (外办, 妇联), not of bureaus.
    private static readonly string[] OneIsEnough = ["办", "联", "协", "委", "社", "部", "院", "队"];

    // Of these there is one in a place.
    private static readonly string[] WholeNames = ["法院", "检察院", "政府"];

    /// <summary>How many telling words of the long name the short one leaves out; null when it cannot be made of it at all.</summary>
    public static int? Lost(UnitShape small, UnitShape large)
    {
        if (small.Ending != large.Ending || !AreOneSide(small, large) || small.Core.Length > large.Core.Length)
            return null;
        if (small.Core.Length == 0)
        {
            return small.Branch == large.Branch && large.Words.All(x => x.Weight == WordWeight.Weak)
                && (small.Branch != Branch.Unsaid || WholeNames.Contains(small.Ending)) ? 0 : null;
        }

        if (small.Core.Length == 1 && large.Core.Length > 1 && !OneIsEnough.Contains(small.Ending))
            return null;
        return Least(small.Core, large.Words, 0, 0, headKept: false, tellingKept: 0);
    }

    /// <summary>The same words in another order (经济发展局, 发展经济局), or short forms of them, part by part.</summary>
    public static bool IsReordered(UnitShape printed, UnitShape registered)
    {
        if (printed.Ending != registered.Ending || !AreOneSide(printed, registered) || registered.Words.Count(x => x.Weight != WordWeight.Weak) is < 2 or > 4)
            return false;
        return Orders(registered.Words).Any(order => Lost(printed, registered with { Words = order }) == 0);
    }

    // Party and government are never the same; where one name does not say, the words have to.
    private static bool AreOneSide(UnitShape one, UnitShape other) => one.Branch == other.Branch
        || ((one.Branch == Branch.Unsaid || other.Branch == Branch.Unsaid) && one.Core.Length > 0 && other.Core.Length > 0);

    private static int? Least(string small, IReadOnlyList<ShapeWord> words, int word, int at, bool headKept, int tellingKept)
    {
        if (word == words.Count)
            return at == small.Length && tellingKept > 0 ? 0 : null;
        var (text, weight) = words[word];
        int? least = null;
        for (var kept = 1; kept <= text.Length && at + kept <= small.Length && small[at + kept - 1] == text[kept - 1]; kept++)
            least = Less(least, Least(small, words, word + 1, at + kept, headKept: true, tellingKept + (weight == WordWeight.Weak ? 0 : 1)));
        var isFree = weight == WordWeight.Weak || (weight == WordWeight.Trailing && headKept);
        var without = Least(small, words, word + 1, at, headKept: headKept && weight == WordWeight.Trailing, tellingKept);
        return Less(least, without + (isFree ? 0 : 1));
    }

    private static int? Less(int? one, int? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    /// <summary>All orders of the words but the printed one; a trailing word stays behind its head.</summary>
    private static IEnumerable<IReadOnlyList<ShapeWord>> Orders(IReadOnlyList<ShapeWord> words)
    {
        List<List<ShapeWord>> parts = [];
        foreach (var word in words.Where(x => x.Weight != WordWeight.Weak))
        {
            if (word.Weight == WordWeight.Trailing && parts.Count > 0)
                parts[^1].Add(word);
            else
                parts.Add([word]);
        }

        return parts.Count > 1 ? Permuted(parts).Skip(1).Select(order => (IReadOnlyList<ShapeWord>)[.. order.SelectMany(x => x)]) : [];
    }

    private static IEnumerable<IEnumerable<List<ShapeWord>>> Permuted(IReadOnlyList<List<ShapeWord>> parts)
    {
        if (parts.Count <= 1)
        {
            yield return parts;
            yield break;
        }

        for (var first = 0; first < parts.Count; first++)
        {
            foreach (var rest in Permuted([.. parts.Where((_, i) => i != first)]))
                yield return rest.Prepend(parts[first]);
        }
    }
}
