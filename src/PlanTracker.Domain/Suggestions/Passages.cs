using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Suggestions;

/// <summary>Picks out of an earlier task the words that are most like a new one, and shows what both share.</summary>
public static class Passages
{
    private const int Longest = 60;
    private const int ShortestShared = 2;
    private static readonly char[] Ends = ['。', '；', '！', '？', '\n'];

    /// <summary>The sentence with most pairs of characters in common, shortened.</summary>
    public static string MostLike(string earlier, string asked)
    {
        var wanted = WordPairs.Of(asked).ToHashSet();
        var best = earlier.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .MaxBy(sentence => WordPairs.Of(sentence).Distinct().Count(wanted.Contains)) ?? earlier.Trim();
        if (best.Length <= Longest)
            return best;

        // From where most is shared.
        var from = Enumerable.Range(0, best.Length - Longest + 1).MaxBy(at => WordPairs.Of(best.Substring(at, Longest)).Count(wanted.Contains));
        return (from > 0 ? "…" : "") + best.Substring(from, Longest) + (from + Longest < best.Length ? "…" : "");
    }

    /// <summary>The passage cut into pieces, telling which of them the other text has too.</summary>
    public static IReadOnlyList<(string Words, bool IsShared)> Compare(string passage, string asked)
    {
        List<(string Words, bool IsShared)> pieces = [];
        for (var at = 0; at < passage.Length;)
        {
            var length = 0;
            while (at + length < passage.Length && char.IsLetter(passage[at + length])
                && asked.Contains(passage.Substring(at, length + 1), StringComparison.Ordinal))
                length++;
            var isShared = length >= ShortestShared;
            var words = passage.Substring(at, isShared ? length : 1);
            if (!isShared && pieces.Count > 0 && !pieces[^1].IsShared)
                pieces[^1] = (pieces[^1].Words + words, false);
            else
                pieces.Add((words, isShared));
            at += words.Length;
        }

        return pieces;
    }
}
