using System.Collections.Frozen;

namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>Cuts words into pairs of characters that stand side by side: Chinese needs no cutting into words for being likened.</summary>
internal static class WordPairs
{
    /// <summary>By when and how much: said of every field of work alike.</summary>
    private static readonly FrozenSet<uint> OfTimeAndMeasure =
        [.. "年内完成 月底前完成 日前完成 年底前公布 月前 以上 不少于 不低于 达到 每季度 每半年 上半年 下半年 年度 全年 每年 每月 至少 次 结果".Split(' ').SelectMany(Cut)];

    /// <summary>As often as each stands there. Digits and marks part them.</summary>
    public static IEnumerable<uint> Of(string words) => Cut(words).Where(pair => !OfTimeAndMeasure.Contains(pair));

    private static IEnumerable<uint> Cut(string words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (char.IsLetter(words[i - 1]) && char.IsLetter(words[i]))
                yield return ((uint)words[i - 1] << 16) | words[i];
        }
    }
}
