using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Finds the title of a document: the enclosed plan's own where a cover notice stands before it.</summary>
internal static partial class TitleReader
{
    public static (string? Title, string? Notice, int BodyStart) Find(MappedText text, List<Segment> head, MappedText squeezed, int tableAt,
        IReadOnlyList<int> headings)
    {
        var first = TitleLines.FirstTitle(head, text, tableAt);
        if (first is { } explains && TitleWords.ExplanationTitle().IsMatch(PlainForm.Of(explains.Title))) return (explains.Title, null, explains.End);
        var enclosed = TitleWords.Enclosed().Match(squeezed.Plain);
        var unquoted = TitleWords.EnclosedUnquoted().Match(squeezed.Plain);
        var match = enclosed.Success && (!unquoted.Success || enclosed.Index <= unquoted.Index) ? enclosed : unquoted;
        // 贯彻《某府关于印发某某意见的通知》…现将《某某方案》印发给你们: what is named inside of another's name is not enclosed here.
        if (match.Success && IsInsideOfName(squeezed.Plain, match.Index) && SentNow().Match(squeezed.Plain) is { Success: true } sent
            && sent.Index < FirstSection(squeezed.Plain))
        {
            var its = sent.Groups["title"];
            var printed = squeezed.Printed[its.Index..(its.Index + its.Length)];
            return Repeated(squeezed, its.Value, sent.Index + sent.Length) is { } below
                ? (printed, null, text.IndexOfSource(squeezed.SpanOf(below, below + its.Length).End)) : (printed, null, 0);
        }

        if (match.Success && match.Index < FirstSection(squeezed.Plain) && IsFrameOf(squeezed.Plain, match))
        {
            var group = match.Groups["title"];
            var (from, to) = (group.Index, group.Index + group.Length);
            // 印发《政府工作报告》重点任务分工的通知: what is quoted only begins the title.
            if (enclosed == match && BehindQuoted().Match(squeezed.Plain, match.Index + match.Length) is { Success: true } more)
                (from, to) = (from - 1, more.Groups["more"].Index + more.Groups["more"].Length);
            var printed = squeezed.Printed[from..to];
            var core = TitleWords.StageBracket().Replace(squeezed.Plain[from..to], "");
            var notice = NoticeAround(squeezed, match);
            if (Repeated(squeezed, core, match.Index + match.Length) is { } own)
            {
                if (LongerLine(head, core, squeezed.SpanOf(own, own + 1).Start) is { } longer)
                    return (longer.Text.Printed, notice, text.IndexOfSource(longer.Text.SpanOf(0, longer.Text.Length).End));
                var end = own + core.Length;
                var range = TitleLines.RangeBehind().Match(squeezed.Plain, end);
                if (range.Success) end = range.Index + range.Length;
                return (squeezed.Printed[own..end], notice, text.IndexOfSource(squeezed.SpanOf(own, end).End));
            }

            if (Alike(head, core, squeezed.SpanOf(match.Index, match.Index + match.Length).End) is { } alike)
                return (alike.Text.Printed, notice, text.IndexOfSource(alike.Text.SpanOf(0, alike.Text.Length).End));
            return (printed, notice, 0);
        }

        if ((TitleLines.MarkedTitle(head, text, tableAt, headings) ?? first) is { } title) return (title.Title, null, title.End);
        if (TitleLines.AboveTable(head, tableAt) is { } above) return (above.Text.Printed, null, text.IndexOfSource(above.Text.SpanOf(0, above.Text.Length).End));
        return GluedTitle().Match(squeezed.Plain) is { Success: true } glued && glued.Groups["title"] is var whole && Kinded(whole.Value)
            ? (squeezed.Printed[whole.Index..(whole.Index + whole.Length)], null,
                text.IndexOfSource(squeezed.SpanOf(0, whole.Index + whole.Length).End))
            : (null, null, 0);
    }

    // 某县某某实施方案一、指导思想… and 某县某某实施方案为贯彻…: the page came without line ends and blanks.
    [GeneratedRegex("^(?<title>[^。;:,!?]{6,80}?(?:方案|计划|要点|意见|措施|分工|清单))(?=一、|为(?:了|贯彻|深入|进一步|全面|切实|认真|推动|加快|做好|落实)|根据《|按照《)")]
    private static partial Regex GluedTitle();

    private static bool Kinded(string plain) =>
        TitleWords.KindOf(plain) is Drafts.DocumentKind.Plan or Drafts.DocumentKind.KeyPoints or Drafts.DocumentKind.Breakdown;

    [GeneratedRegex("现将《(?<title>[^《》]{4,80})》(?:\\([^()]*\\))?(?:予以)?(?:印发|转发|下发)给?")]
    private static partial Regex SentNow();

    private static bool IsInsideOfName(string plain, int at) =>
        plain.LastIndexOf('《', at) is >= 0 and var open && plain.IndexOf('》', open, at - open) < 0;

    [GeneratedRegex(@"\G(?<more>[^,。:;《》\n()]{2,30}?(?:分工|分解|清单|方案|安排|任务|措施|台账|计划|要点|表))的(?:通知|函)")]
    private static partial Regex BehindQuoted();

    // What is printed or revoked behind the first 一、 is told of, not enclosed.
    private static int FirstSection(string plain) => plain.IndexOf("一、", StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

    // The notice stands at the head: not a document named in the middle of a sentence far below.
    private static bool IsFrameOf(string plain, Match match)
    {
        var before = plain[Math.Max(0, match.Index - 60)..match.Index];
        var behind = plain[(match.Index + match.Length)..Math.Min(plain.Length, match.Index + match.Length + 24)];
        if (before.Contains("根据", StringComparison.Ordinal) || before.Contains("贯彻", StringComparison.Ordinal)
            || before.Contains("按照", StringComparison.Ordinal))
            return false;
        return match.Index < 1500 && (before.EndsWith("关于", StringComparison.Ordinal) || behind.StartsWith("的通知", StringComparison.Ordinal)
            || match.Value.EndsWith("的通知", StringComparison.Ordinal) || behind.Contains("公告", StringComparison.Ordinal)
                || behind.Contains("方案具体如下", StringComparison.Ordinal)
            || behind.Contains("号)", StringComparison.Ordinal) || behind.StartsWith("的", StringComparison.Ordinal));
    }

    private static string NoticeAround(MappedText squeezed, Match match)
    {
        var start = match.Index;
        while (start > 0 && match.Index - start < 50 && squeezed.Plain[start - 1] is not ('号' or '。' or ':' or ')' or '》')) start--;
        return squeezed.Printed[start..(match.Index + match.Length)];
    }

    // The title above the plan itself may differ from the one in the notice by a word: 行动方案 and 行动实施方案.
    private static Segment? Alike(List<Segment> head, string core, int behind)
    {
        const int beginning = 4;
        if (core.Length < 2 * beginning) return null;
        var pairs = Pairs(core);
        return head.Find(segment => segment.Text.SourceAt(0) >= behind && segment.Plain.Length >= 8 && TitleWords.Ending().IsMatch(segment.Plain)
            && TitleLines.MayBegin(segment.Plain) && !segment.Plain.EndsWith("的通知", StringComparison.Ordinal)
            && !segment.Plain.Contains('《', StringComparison.Ordinal)
            && segment.Plain.StartsWith(core[..beginning], StringComparison.Ordinal)
            && 3 * Pairs(segment.Plain).Count(pairs.Contains) >= 2 * pairs.Count);
    }

    // 印发《政府工作报告》任务分解表, and above the table: 2026年《政府工作报告》任务分解表;
    // 印发2026年工作要点, and above it: 某县2026年工作要点.
    private static Segment? LongerLine(List<Segment> head, string core, int at) => head.Find(line => line.Plain.EndsWith(core, StringComparison.Ordinal)
        && line.Plain.Length > core.Length && line.Text.SpanOf(0, line.Text.Length) is var span && span.Start <= at && at < span.End && TitleLines.MayBegin(line.Plain)
        && (core.Contains('《', StringComparison.Ordinal) || NamesWhose(line.Plain[..^core.Length])));

    private static bool NamesWhose(string before) =>
        before.Length is >= 2 and <= 20 && (UnitNames.LooksComplete(before) || "省市县区州旗盟".Contains(before[^1]));

    private static HashSet<(char, char)> Pairs(string words) => [.. words.Zip(words.Skip(1))];

    private static int? Repeated(MappedText squeezed, string core, int from)
    {
        for (var at = squeezed.Plain.IndexOf(core, from, StringComparison.Ordinal); at >= 0; at = squeezed.Plain.IndexOf(core, at + 1,
            StringComparison.Ordinal))
        {
            var quoted = at > 0 && squeezed.Plain[at - 1] == '《';
            var behind = squeezed.Plain.AsSpan(at + core.Length);
            if (!quoted && !behind.StartsWith("》") && !behind.StartsWith("的通知") && !behind.StartsWith("印发")
                && !squeezed.Plain.AsSpan(0, at).EndsWith("附件:"))
                return at;
        }

        return null;
    }
}
