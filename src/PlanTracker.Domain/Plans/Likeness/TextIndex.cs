namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>Finds the texts that speak of the same matter as given words: by the pairs of characters which both hold, a rare pair counting for more
/// than one that stands everywhere (cosine of the pairs' weights, tf–idf with the logarithm of the count).</summary>
public sealed class TextIndex<T>
{
    private readonly List<(T Item, double Norm)> texts = [];
    private readonly Dictionary<Pair, List<(int Text, double Weight)>> holders = [];

    /// <param name="texts">Each text may come in several parts with a weight of their own: a title says more than a body.</param>
    public TextIndex(IEnumerable<(T Item, IReadOnlyList<(string Words, double Weight)> Parts)> texts)
    {
        foreach (var (item, parts) in texts)
        {
            var counts = new Dictionary<Pair, double>();
            foreach (var (words, weight) in parts)
            {
                foreach (var pair in Pairs.Of(words))
                    counts[pair.Key] = counts.GetValueOrDefault(pair.Key) + weight * pair.Value;
            }

            foreach (var (pair, count) in counts)
            {
                if (!holders.TryGetValue(pair, out var list))
                    holders[pair] = list = [];
                list.Add((this.texts.Count, 1 + Math.Log(Math.Max(1, count))));
            }

            this.texts.Add((item, 0));
        }

        var squares = new double[this.texts.Count];
        foreach (var list in holders.Values)
        {
            var rarity = Rarity(list.Count);
            foreach (var (text, weight) in list)
                squares[text] += weight * rarity * weight * rarity;
        }

        for (var i = 0; i < squares.Length; i++)
            this.texts[i] = this.texts[i] with { Norm = Math.Sqrt(squares[i]) };
    }

    /// <summary>The most alike, best first; texts that share nothing are left out. Score: 0–1.</summary>
    public IReadOnlyList<Hit<T>> Nearest(string words, int most)
    {
        var scores = new Dictionary<int, double>();
        double square = 0;
        foreach (var (pair, count) in Pairs.Of(words))
        {
            var weight = 1 + Math.Log(count);
            var list = holders.GetValueOrDefault(pair);
            var rarity = Rarity(list?.Count ?? 0);
            square += weight * rarity * weight * rarity;
            foreach (var (text, held) in list ?? [])
                scores[text] = scores.GetValueOrDefault(text) + weight * rarity * held * rarity;
        }

        var norm = Math.Sqrt(square);
        return
        [
            .. scores.Select(x => new Hit<T>(texts[x.Key].Item, Math.Min(1, x.Value / (norm * texts[x.Key].Norm))))
                .OrderByDescending(x => x.Score).Take(most),
        ];
    }

    private double Rarity(int held) => Math.Log((texts.Count + 1.0) / (held + 0.5));
}

public readonly record struct Hit<T>(T Item, double Score);

/// <summary>Two characters that stand side by side.</summary>
internal readonly record struct Pair(char First, char Second);

internal static class Pairs
{
    /// <summary>Pairs of Chinese characters and how often each stands in the words; what is not Chinese parts them.</summary>
    public static Dictionary<Pair, int> Of(string words)
    {
        var found = new Dictionary<Pair, int>();
        for (var i = 1; i < words.Length; i++)
        {
            if (!IsHan(words[i - 1]) || !IsHan(words[i]))
                continue;
            var pair = new Pair(words[i - 1], words[i]);
            found[pair] = found.GetValueOrDefault(pair) + 1;
        }

        return found;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}

public static class SharedWords
{
    /// <summary>The longest stretches of at least so many characters that both texts hold, longest first, none inside another.</summary>
    public static IReadOnlyList<string> Of(string one, string other, int most, int shortest = 3)
    {
        List<string> found = [];
        for (var i = 0; i < one.Length;)
        {
            var length = 0;
            while (i + length < one.Length && length < 40 && char.IsLetter(one[i + length])
                && other.Contains(one.Substring(i, length + 1), StringComparison.Ordinal))
                length++;
            if (length >= shortest)
                found.Add(one.Substring(i, length));
            i += Math.Max(1, length);
        }

        return [.. found.Distinct().OrderByDescending(x => x.Length).Take(most)];
    }
}
