using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What stands behind the last item and is no part of it: a closing paragraph, signature and day, the list of annexes.</summary>
internal static partial class Closing
{
    [GeneratedRegex("^ *(?:附件|附:|注:|本(?:实施|行动|工作)?(?:方案|意见|通知|计划|要点|政策|措施)(?:自|由|未尽|解释)|未纳入|联系人|抄送)")]
    private static partial Regex NoPart();

    public static void CutOff(Flow flow, IReadOnlyList<OutlineItem> roots)
    {
        var text = flow.Text;
        if (roots.Count == 0) return;
        var last = roots[^1];
        var siblings = roots;
        while (last.Children.Count > 0) (siblings, last) = (last.Children, last.Children[^1]);
        var end = EndOf(text, last, siblings.Count > 1 && siblings.SkipLast(1).All(item => LinesIn(text, item) == 1));
        if (siblings.Count > 1 && siblings.SkipLast(1).All(item => item.Children.Count == 0 && EndsInRoles(text, item.WordsStart, item.OwnEnd)))
            end = Math.Min(end, BehindRoles(text, last));
        if (flow.OneLine) end = Math.Min(end, Noise.TailStart(text.Plain, last.WordsStart, last.OwnEnd));
        if (end < last.OwnEnd) CutAt(last, end);
    }

    /// <summary>A second plan behind the first, whose numbers begin anew: its title and what it opens with are no part of the last item
    /// above.</summary>
    public static void CutBeforeTitles(Flow flow, IReadOnlyList<OutlineItem> roots)
    {
        for (var at = 1; at < roots.Count; at++)
        {
            if (roots[at].Run == roots[at - 1].Run || roots[at].Label is not { Kind: LabelKind.Section, Value: 1 }) continue;
            var last = roots[at - 1];
            while (last.Children.Count > 0) last = last.Children[^1];
            if (TitleAt(flow.Text.Plain, last.WordsStart, last.OwnEnd) is not { } title) continue;
            CutAt(last, title);
            if (EndOf(flow.Text, last, oneLiners: false) is var end && end < last.OwnEnd) CutAt(last, end);
        }
    }

    private static void CutAt(OutlineItem last, int end)
    {
        last.OwnEnd = end;
        for (var item = last; item is not null; item = item.Parent) item.End = Math.Min(item.End, end);
    }

    // The last line that looks like a title, with the one above it that it completes.
    private static int? TitleAt(string plain, int from, int to)
    {
        var heading = plain.IndexOf('\n', from, to - from);
        for (int end = to, start; heading >= 0 && end > heading; end = start - 1)
        {
            start = plain.LastIndexOf('\n', end - 1, end - heading) + 1;
            if (start <= heading) return null;
            if (!IsTitle(plain.AsSpan(start, end - start).Trim())) continue;
            var above = plain.LastIndexOf('\n', start - 2, start - 1 - heading) + 1;
            var completed = above > heading + 1 && plain.AsSpan(above, start - 1 - above).Trim() is { Length: >= 2 and <= 30 } line
                && line.IndexOfAny("。,;:!)") < 0;
            return completed ? above : start;
        }

        return null;
    }

    private static bool IsTitle(ReadOnlySpan<char> line) => line.Length is >= 8 and <= 60 && line.IndexOfAny("。;:!?,") < 0
        && TitleWords.KindOf(line.ToString()) is Drafts.DocumentKind.Plan or Drafts.DocumentKind.KeyPoints or Drafts.DocumentKind.Breakdown
        && TitleWords.Ending().IsMatch(line) && ItemLabel.ReadAt(line.ToString(), 0) is null;

    private static bool EndsInRoles(MappedText text, int from, int to)
    {
        var words = text.Plain.AsSpan(from, to - from).TrimEnd();
        var line = words.LastIndexOf('\n');
        return line > 0 && ClauseFinder.FindIn(text.Slice(from + line, from + words.Length)).Count > 0;
    }

    // Where each item ends with the lines of its roles, what stands below those of the last one closes the document.
    private static int BehindRoles(MappedText text, OutlineItem last)
    {
        var end = last.OwnEnd;
        while (end > last.WordsStart && !EndsInRoles(text, last.WordsStart, end))
            end = text.Plain.LastIndexOf('\n', end - 1, end - last.WordsStart);
        return end > last.WordsStart ? end : last.OwnEnd;
    }

    private static int LinesIn(MappedText text, OutlineItem item) =>
        item.Children.Count > 0 ? 1 : text.Plain.AsSpan(item.WordsStart, item.OwnEnd - item.WordsStart).Trim().Count('\n') + 1;

    // …落实到位。某县人民政府办公室 2026年3月2日 （此件公开发布）: the signature on the line of the last item.
    [GeneratedRegex("(?<=[。!)]) *(?<body>[\u4e00-\u9fff]{4,30}) *(?:[\\d二〇○零一三四五六七八九]{4}) *年 *[\\d一二三四五六七八九十]{1,2} *月 *[\\d一二三四五六七八九十]{1,3} *日" +
        " *(?:\\((?:此件|本文)[^()]{2,12}\\) *)?$")]
    private static partial Regex SignedAtEnd();

    private static int EndOf(MappedText text, OutlineItem last, bool oneLiners)
    {
        var words = text.Plain[last.WordsStart..last.OwnEnd];
        if (SignedAtEnd().Match(words.TrimEnd()) is { Success: true } signed && UnitNames.LooksComplete(signed.Groups["body"].Value))
            return last.WordsStart + signed.Index;
        var first = true;
        for (int start = last.WordsStart, end; start < last.OwnEnd; start = end + 1, first = false)
        {
            end = text.Plain.IndexOf('\n', start, last.OwnEnd - start);
            if (end < 0) end = last.OwnEnd;
            if (first) continue;
            var line = text.Plain[start..end];
            if (NoPart().IsMatch(line) || IsSignature(text.Plain, line, end, last.OwnEnd)) return start;
            // Where each item is one paragraph, a further one that names nobody's role closes the document.
            if (oneLiners && line.Trim().Length > 0 && ClauseFinder.FindIn(text.Slice(start, end)).Count == 0) return start;
        }

        return last.OwnEnd;
    }

    private static bool IsSignature(string plain, string line, int end, int limit)
    {
        var words = line.Replace(" ", "", StringComparison.Ordinal);
        if (words.Length is < 3 or > 40 || words.AsSpan().IndexOfAny(":、,。;()") >= 0 || !UnitNames.LooksComplete(words) || UnitNames.IsGroup(words))
            return false;
        var rest = plain[Math.Min(end + 1, limit)..Math.Min(limit, end + 60)].Replace(" ", "", StringComparison.Ordinal).TrimStart('\n');
        var next = rest.IndexOf('\n', StringComparison.Ordinal);
        return TitleWords.SignedDate().IsMatch(rest) || (next > 0 && TitleWords.SignedDate().IsMatch(rest[(next + 1)..]));
    }
}
