namespace PlanTracker.Documents.Wording;

/// <summary>A point typed for a full stop between Chinese sentences: 成立工作专班. 由主任任组长.</summary>
internal static class LooseStops
{
    /// <summary>So many characters without a mark make it a sentence, where another follows without a blank.</summary>
    private const int ShortestSentence = 4;

    /// <summary>The words in plain form with those points turned into full stops; no character moves.</summary>
    public static string Mended(string printed, string plain)
    {
        if (printed.AsSpan().IndexOfAny('.', '．') < 0) return plain;
        char[]? mended = null;
        for (var i = 2; i < plain.Length; i++)
        {
            if (printed[i] is not ('.' or '．') || !EndsSentence(plain, i)) continue;
            mended ??= plain.ToCharArray();
            mended[i] = '。';
        }

        return mended is null ? plain : new string(mended);
    }

    private static bool EndsSentence(string plain, int at)
    {
        if (!MayEnd(plain[at - 1])) return false;
        if (at + 1 >= plain.Length || plain[at + 1] is ' ' or '\n') return IsLetter(plain[at - 2]) || plain[at - 1] is '”' or '"' or '》' or '%';
        if (!IsLetter(plain[at + 1]) && !BeginsDay(plain, at + 1) && plain[at + 1] is not ('“' or '《')) return false;
        var start = at;
        while (start > 0 && at - start < ShortestSentence && (IsLetter(plain[start - 1]) || char.IsAsciiDigit(plain[start - 1]))) start--;
        return at - start >= ShortestSentence || plain[at - 1] is '”' or '"' or '%';
    }

    // 稳妥推进试点.9月前完成…
    private static bool BeginsDay(string plain, int at)
    {
        var end = at;
        while (end < plain.Length && end - at < 5 && char.IsAsciiDigit(plain[end])) end++;
        return end > at && end < plain.Length && plain[end] is '年' or '月';
    }

    private static bool MayEnd(char c) => (IsLetter(c) && !ChineseNumerals.IsNumeral(c)) || c is '”' or '"' or '》' or '%';

    private static bool IsLetter(char c) => c is >= '\u4e00' and <= '\u9fff';
}
