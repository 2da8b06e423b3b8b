using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PlanTracker.Domain.Suggestions;

/// <summary>How alike one text is to each of many, by the pairs of characters they share (BM25). Chinese needs no cutting into words for that.</summary>
public sealed class TaskIndex
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.6;

    // A pair that every tenth text has tells none of them apart.
    private const int FewTexts = 25;
    private const double Commonest = 0.1;

    /// <summary>A few words (年内完成) are soon found again: fewer telling pairs than these cannot make a text alike.</summary>
    private const int FewestPairs = 10;

    private readonly Dictionary<uint, int> ids = [];
    private readonly List<List<Posting>> postings = [];
    private readonly double[] penalties;

    public TaskIndex(IReadOnlyList<string> texts)
    {
        Count = texts.Count;
        penalties = new double[texts.Count];
        Dictionary<uint, ushort> counts = [];
        long all = 0;
        for (var text = 0; text < texts.Count; text++)
        {
            counts.Clear();
            var length = CountPairs(texts[text], counts);
            all += length;
            penalties[text] = length;
            foreach (var (pair, count) in counts)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, pair, out var isKnown);
                if (!isKnown)
                {
                    id = postings.Count;
                    postings.Add([]);
                }

                postings[id].Add(new(text, count));
            }
        }

        var average = Math.Max(1, (double)all / Math.Max(1, texts.Count));
        for (var text = 0; text < penalties.Length; text++)
            penalties[text] = Saturation * (1 - LengthShare + (LengthShare * penalties[text] / average));
    }

    public int Count { get; }

    /// <summary>The most alike texts, best first: 1 would be a text with every telling pair of the asked one. Texts below <paramref name="least"/> are left out.</summary>
    public IReadOnlyList<(int Text, double Similarity)> Nearest(string asked, int most, double least, int? except = null)
    {
        Dictionary<uint, ushort> counts = [];
        CountPairs(asked, counts);
        var scores = new double[Count];
        double best = 0;
        foreach (var pair in counts.Keys)
        {
            if (!ids.TryGetValue(pair, out var id))
            {
                best += Weight(0);
                continue;
            }

            var found = postings[id];
            if (found.Count > FewTexts && found.Count > Count * Commonest)
                continue;
            var weight = Weight(found.Count);
            best += weight;
            foreach (var (text, count) in CollectionsMarshal.AsSpan(found))
                scores[text] += weight * count * (Saturation + 1) / (count + penalties[text]);
        }

        best = Math.Max(best, FewestPairs * Weight(1));
        return best <= 0 ? [] :
        [
            .. scores.Index().Where(x => x.Index != except && x.Item / best >= least).Select(x => (x.Index, Math.Min(1, x.Item / best)))
                .OrderByDescending(x => x.Item2).ThenBy(x => x.Index).Take(most),
        ];
    }

    /// <summary>By when and how much: said of every field of work alike.</summary>
    private static readonly FrozenSet<uint> OfTimeAndMeasure =
        [.. "年内完成 月底前完成 日前完成 年底前公布 月前 以上 不少于 不低于 达到 每季度 每半年 上半年 下半年 年度 全年 每年 每月 至少 次 结果".Split(' ').SelectMany(Cut)];

    // Digits say when and how much, never who.
    internal static IEnumerable<uint> Pairs(string text) => Cut(text).Where(pair => !OfTimeAndMeasure.Contains(pair));

    private static IEnumerable<uint> Cut(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLetter(text[i - 1]) && char.IsLetter(text[i]))
                yield return ((uint)text[i - 1] << 16) | text[i];
        }
    }

    private static int CountPairs(string text, Dictionary<uint, ushort> counts)
    {
        var length = 0;
        foreach (var pair in Pairs(text))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _);
            if (count < ushort.MaxValue)
                count++;
            length++;
        }

        return length;
    }

    private double Weight(int texts) => Math.Log(1 + ((Count - texts + 0.5) / (texts + 0.5)));

    private readonly record struct Posting(int Text, ushort Count);
}
