using System.Runtime.InteropServices;

namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>Finds the texts that speak of the same matter as given words: by the pairs of characters that both hold, a rare pair counting for more than one that
/// stands in many texts, and a pair for less in a long text than in a short one (BM25). Never changed once it is made: many may ask it at once.</summary>
public sealed class TextIndex<T>
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.6;

    // A pair that every tenth text has tells none of them apart.
    private const int FewTexts = 25;
    private const double Commonest = 0.1;

    /// <summary>A few words (公布清单) are soon found again: fewer telling pairs than these cannot make a text alike.</summary>
    private const int FewestPairs = 10;

    private readonly Dictionary<uint, int> ids = [];
    private readonly List<List<Posting>> postings = [];
    private readonly List<T> items = [];
    private readonly float[] penalties;
    private readonly double[] wholes;

    /// <param name="texts">Each text may come in several parts with a weight of their own: a title says more than a body.</param>
    public TextIndex(IEnumerable<(T Item, IReadOnlyList<(string Words, double Weight)> Parts)> texts)
    {
        List<float> lengths = [];
        Dictionary<uint, float> counts = [];
        foreach (var (item, parts) in texts)
        {
            counts.Clear();
            foreach (var (words, weight) in parts)
            {
                foreach (var pair in WordPairs.Of(words))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _) += (float)weight;
            }

            foreach (var (pair, count) in counts)
                ListOf(pair).Add(new Posting(items.Count, count));
            lengths.Add(counts.Values.Sum());
            items.Add(item);
        }

        postings.ForEach(x => x.TrimExcess());
        var average = Math.Max(1, lengths.DefaultIfEmpty().Average());
        penalties = [.. lengths.Select(x => (float)(Saturation * (1 - LengthShare + (LengthShare * x / average))))];
        wholes = new double[items.Count];
        foreach (var list in postings.Where(x => !IsCommon(x)))
        {
            foreach (var (text, count) in list)
                wholes[text] += Rarity(list.Count) * Saturated(count, text);
        }
    }

    public int Count => items.Count;

    /// <summary>The most alike, best first.</summary>
    /// <param name="least">Texts whose score is below it are left out, as are those that share nothing.</param>
    /// <param name="among">The texts that are asked; null: all.</param>
    public IReadOnlyList<Hit<T>> Nearest(string asked, int most, double least = 0, Func<T, bool>? among = null)
    {
        var scores = new double[items.Count];
        double best = 0;
        foreach (var pair in WordPairs.Of(asked).Distinct())
        {
            var list = ids.TryGetValue(pair, out var id) ? postings[id] : [];
            if (IsCommon(list))
                continue;
            var rarity = Rarity(list.Count);
            best += rarity;
            foreach (var (text, count) in CollectionsMarshal.AsSpan(list))
                scores[text] += rarity * Saturated(count, text);
        }

        var fewest = FewestPairs * Rarity(1);
        best = Math.Max(best, fewest);
        return
        [
            .. scores.Index().Where(x => x.Item > 0 && x.Item >= least * best && among?.Invoke(items[x.Index]) != false)
                .OrderByDescending(x => x.Item).ThenBy(x => x.Index).Take(most)
                .Select(x => new Hit<T>(items[x.Index], Math.Min(1, x.Item / best), Math.Min(1, x.Item / Math.Max(wholes[x.Index], fewest)))),
        ];
    }

    private List<Posting> ListOf(uint pair)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, pair, out var isKnown);
        if (!isKnown)
        {
            id = postings.Count;
            postings.Add([]);
        }

        return postings[id];
    }

    private bool IsCommon(List<Posting> list) => list.Count > FewTexts && list.Count > items.Count * Commonest;

    private double Saturated(float count, int text) => count * (Saturation + 1) / (count + penalties[text]);

    private double Rarity(int held) => Math.Log(1 + ((items.Count - held + 0.5) / (held + 0.5)));

    private readonly record struct Posting(int Text, float Count);
}

/// <param name="Score">What share of the asked words' telling pairs the text has, 0 to 1.</param>
/// <param name="OfText">What share of the text's own was asked for, 0 to 1.</param>
public readonly record struct Hit<T>(T Item, double Score, double OfText);
