using System.Runtime.InteropServices;

namespace PlanTracker.Domain.Plans.Editions;

/// <summary>How often each pair of neighbouring characters stands in a text: what two wordings are likened by.</summary>
internal sealed class WordPrint
{
    private readonly Dictionary<int, int> counts = [];
    private readonly int size;

    public WordPrint(string plain)
    {
        for (var i = 0; i + 1 < plain.Length; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (plain[i] << 16) | plain[i + 1], out _)++;
        size = Math.Max(0, plain.Length - 1);
    }

    /// <summary>0 to 1: twice what they share by what both have. Texts too short to have a pair are like nothing.</summary>
    public double LikenessTo(WordPrint other) => size + other.size == 0 ? 0 : 2.0 * SharedWith(other) / (size + other.size);

    /// <summary>0 to 1: how much of this text stands in the other.</summary>
    public double PartIn(WordPrint other) => size == 0 ? 0 : (double)SharedWith(other) / size;

    private int SharedWith(WordPrint other)
    {
        var (small, large) = counts.Count <= other.counts.Count ? (counts, other.counts) : (other.counts, counts);
        var shared = 0;
        foreach (var (pair, count) in small)
        {
            if (large.TryGetValue(pair, out var there))
                shared += Math.Min(count, there);
        }

        return shared;
    }
}
