using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>Where characters were lost in decoding, now or before the text came here: numbers, bodies and days may be missing there.</summary>
internal static partial class DamagedText
{
    private const int MostNotes = 100;
    private const int LongestStretch = 120;
    private const int LongestQuote = 20;

    /// <summary>So many ideographs that next to no text uses must stand together: names of persons and places hold one or two.</summary>
    private const int FewestRare = 4;

    // （一） of GBK that lost half a character reads ㄒ唬┳; the mark for what cannot be decoded, written and read once more, 锟斤拷;
    // ï¼ˆä¸€ï¼‰ is UTF-8 read as Latin; characters for private use in a row show nothing to anybody.
    [GeneratedRegex("[\u3105-\u3129](?=[\u4E00-\u9FFF\u2500-\u257F])[^。，、；\\s]{1,12}|(?:锟斤拷?)+|[烫屯]{3,}|[\uE000-\uF8FF]{3,}" +
        "|(?:[\u00C2-\u00F4][\u00A1-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{1,3}){3,}")]
    private static partial Regex Sign();

    public static IReadOnlyList<Diagnostic> In(string text) => [.. Stretches(text).SelectMany(stretch => In(text, stretch)).Take(MostNotes)];

    private static IEnumerable<Diagnostic> In(string text, SourceSpan stretch)
    {
        if (UndecodableIn(text, stretch) is { } undecodable)
            yield return undecodable;
        var signs = false;
        for (var sign = Sign().Match(text, stretch.Start, stretch.Length); sign.Success; sign = sign.NextMatch())
        {
            signs = true;
            yield return Garbled(text, new SourceSpan(sign.Index, sign.Index + sign.Length));
        }
        if (!signs && RareIn(text, stretch) is { } rare)
            yield return Garbled(text, rare);
    }

    private static Diagnostic Garbled(string text, SourceSpan span) =>
        new(DiagnosticKind.GarbledText, Words: text[span.Start..Math.Min(span.End, span.Start + LongestQuote)], Span: span);

    private static Diagnostic? UndecodableIn(string text, SourceSpan stretch)
    {
        var words = text.AsSpan(stretch.Start..stretch.End);
        if (words.IndexOf('\uFFFD') is not (>= 0 and var at))
            return null;
        var count = words.Count('\uFFFD').ToString(CultureInfo.InvariantCulture);
        return new Diagnostic(DiagnosticKind.UndecodableCharacters, Words: count, Span: new SourceSpan(stretch.Start + at, stretch.Start + at + 1));
    }

    // UTF-8 read as GBK has two rare ideographs among three; no text that was decoded well comes near.
    private static SourceSpan? RareIn(string text, SourceSpan stretch)
    {
        int all = 0, rare = 0, first = -1, last = -1;
        for (var i = stretch.Start; i < stretch.End; i++)
        {
            if (!UsualCharacters.IsIdeograph(text[i]))
                continue;
            all++;
            if (UsualCharacters.IsUsual(text[i]))
                continue;
            rare++;
            first = first < 0 ? i : first;
            last = i;
        }
        return rare >= FewestRare && 5 * rare > 2 * all ? new SourceSpan(first, last + 1) : null;
    }

    // A sentence, or a part of one: damage in one task says nothing of its neighbour on the same line.
    private static IEnumerable<SourceSpan> Stretches(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            var length = Math.Min(LongestStretch, text.Length - start);
            var stop = text.AsSpan(start, length).IndexOfAny('\n', '。');
            end = start + (stop < 0 ? length : stop + 1);
            yield return new SourceSpan(start, end);
        }
    }
}
