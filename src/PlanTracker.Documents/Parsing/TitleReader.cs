using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Finds the title of a document: the enclosed plan's own where a cover notice stands before it.</summary>
internal static partial class TitleReader
{
    [GeneratedRegex(@"首页|当前位置|^时间:|^来源:|字体|^微信|^微博|^QQ|^索引号|^发布机构|^分享|^信息来源|^今天是" +
        @"|^(?:发文机关|发文单位|发文字号|文号|成文日期|发文日期|印发日期|发布日期|生成日期|主题分类|主题词|公开方式|公开类别|有效性|文件名称|名称|标题|分类|体裁):" +
        @"|^附件\d{0,2}[:.、]|^附件[\d一二三四五六七八九十]{0,2}$" +
        @"|^(?:新闻|文章|信息|内容|通知|公告|政策|文件)?(?:详情|正文|详细(?:内容|信息)?)$|^序号|^责任单位|^牵头单位|^新华社.{2,14}电$|^(?:政策|文件)?全文$")]
    public static partial Regex PageFurniture();

    public static (string? Title, string? Notice, int BodyStart) Find(MappedText text, List<Segment> head, MappedText squeezed, int tableAt,
        IReadOnlyList<int> headings)
    {
        if (FirstTitle(head, text, tableAt) is { } explains && TitleWords.ExplanationTitle().IsMatch(PlainForm.Of(explains.Title)))
            return (explains.Title, null, explains.End);
        var enclosed = TitleWords.Enclosed().Match(squeezed.Plain);
        var unquoted = TitleWords.EnclosedUnquoted().Match(squeezed.Plain);
        var match = enclosed.Success && (!unquoted.Success || enclosed.Index <= unquoted.Index) ? enclosed : unquoted;
        // 贯彻《某府关于印发某某意见的通知》…现将《某某方案》印发给你们: what is named inside of another's name is not enclosed here.
        if (match.Success && IsInsideOfName(squeezed.Plain, match.Index) && SentNow().Match(squeezed.Plain) is { Success: true } sent
            && sent.Index < FirstSection(squeezed.Plain))
        {
            var its = sent.Groups["title"];
            var title = squeezed.Printed[its.Index..(its.Index + its.Length)];
            return Repeated(squeezed, its.Value, sent.Index + sent.Length) is { } below
                ? (title, null, text.IndexOfSource(squeezed.SpanOf(below, below + its.Length).End)) : (title, null, 0);
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
                var range = RangeBehind().Match(squeezed.Plain, end);
                if (range.Success) end = range.Index + range.Length;
                return (squeezed.Printed[own..end], notice, text.IndexOfSource(squeezed.SpanOf(own, end).End));
            }

            if (Alike(head, core, squeezed.SpanOf(match.Index, match.Index + match.Length).End) is { } alike)
                return (alike.Text.Printed, notice, text.IndexOfSource(alike.Text.SpanOf(0, alike.Text.Length).End));
            return (printed, notice, 0);
        }

        if ((MarkedTitle(head, text, tableAt, headings) ?? FirstTitle(head, text, tableAt)) is { } first) return (first.Title, null, first.End);
        if (AboveTable(head, tableAt) is { } above) return (above.Text.Printed, null, text.IndexOfSource(above.Text.SpanOf(0, above.Text.Length).End));
        return GluedTitle().Match(squeezed.Plain) is { Success: true } glued && glued.Groups["title"] is var whole && Kinded(whole.Value)
            ? (squeezed.Printed[whole.Index..(whole.Index + whole.Length)], null,
                text.IndexOfSource(squeezed.SpanOf(0, whole.Index + whole.Length).End))
            : (null, null, 0);
    }

    // A line that alone stands above a table is its title, whatever it ends with.
    private static Segment? AboveTable(List<Segment> head, int tableAt)
    {
        var lines = head.TakeWhile(line => line.Start < tableAt).Where(line => line.Plain.Length > 3 && !PageFurniture().IsMatch(line.Plain)).ToList();
        return tableAt < int.MaxValue && lines is [{ Plain.Length: >= 8 and <= 40 } title, ..] && lines.Count <= 2 && MayBegin(title.Plain)
            && title.Plain.AsSpan().IndexOfAny(",:") < 0 && !UnitNames.LooksComplete(title.Plain) ? title : null;
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

    [GeneratedRegex(@"\G\((?:20\d\d年?(?:-20\d\d年?)?(?:度)?)\)")]
    private static partial Regex RangeBehind();

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
            && MayBegin(segment.Plain) && !segment.Plain.EndsWith("的通知", StringComparison.Ordinal)
            && !segment.Plain.Contains('《', StringComparison.Ordinal)
            && segment.Plain.StartsWith(core[..beginning], StringComparison.Ordinal)
            && 3 * Pairs(segment.Plain).Count(pairs.Contains) >= 2 * pairs.Count);
    }

    // 印发《政府工作报告》任务分解表, and above the table: 2026年《政府工作报告》任务分解表;
    // 印发2026年工作要点, and above it: 某县2026年工作要点.
    private static Segment? LongerLine(List<Segment> head, string core, int at) => head.Find(line => line.Plain.EndsWith(core, StringComparison.Ordinal)
        && line.Plain.Length > core.Length && line.Text.SpanOf(0, line.Text.Length) is var span && span.Start <= at && at < span.End && MayBegin(line.Plain)
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

    // What a web page marks as a heading and reads as a title, whatever stands in the menus above it.
    private static (string Title, int End)? MarkedTitle(List<Segment> head, MappedText text, int tableAt, IReadOnlyList<int> headings)
    {
        foreach (var at in headings)
        {
            var first = head.FindIndex(segment => Holds(segment, at));
            if (first < 0) continue;
            var end = first + 1;
            while (end < head.Count && end - first < MostLines && (headings.Any(heading => Holds(head[end], heading)) || head[end].Plain[0] == '(')) end++;
            if (FirstTitle(head[first..end], text, tableAt) is { } title && title.Title.StartsWith(head[first].Text.Printed, StringComparison.Ordinal)
                && TitleWords.KindOf(PlainForm.Of(title.Title)) is not null)
                return title;
        }

        return null;
    }

    private static bool Holds(Segment segment, int at) => segment.Start <= at && at < segment.Start + segment.Printed.Length;

    /// <summary>A title is printed on so many lines, with its bracket.</summary>
    private const int MostLines = 4;

    private static (string Title, int End)? FirstTitle(List<Segment> head, MappedText text, int tableAt)
    {
        for (var first = 0; first < head.Count && first < 40; first++)
        {
            // What stands behind 附件2 is no title of the whole.
            if (head[first].Start > tableAt || (LaterAnnex().IsMatch(head[first].Plain) && head.Take(first).Any(line => MayBegin(line.Plain)))) return null;
            if (!MayBegin(head[first].Plain) || SectionHeading().IsMatch(head[first].Plain) || IsMastheadOrShelf(head, first)
                || (head[first].Plain.Length < 6 && TitleWords.Ending().IsMatch(head[first].Plain)))
                continue;
            var joined = "";
            for (var last = first; last < head.Count && last < first + 3; last++)
            {
                if (last > first && !MayContinue(head[last].Plain)) break;
                joined += head[last].Text.Printed;
                var plain = PlainForm.Of(joined);
                if (plain.Length is < 6 or > 90 || !TitleWords.Ending().IsMatch(plain) || CompletesBelow(head, last)) continue;
                if (GoesOn(head, last, joined)) continue;
                if (last + 1 < head.Count && RangeBehind().Match(head[last + 1].Plain) is { Success: true } range
                    && range.Length == head[last + 1].Plain.Length)
                {
                    joined += head[++last].Text.Printed;
                }

                return FullerBelow(head, last, joined) is { } fuller ? fuller
                    : (joined, Math.Min(text.Length, text.IndexOfSource(head[last].Text.SpanOf(0, head[last].Text.Length).End)));
            }
        }

        return null;
    }

    // 某局办公室文件 is the head of its paper; 【行动计划】某某方案 is the page's title, with the shelf that it lies on, where the plan's own follows.
    private static bool IsMastheadOrShelf(List<Segment> head, int at)
    {
        var plain = head[at].Plain;
        if (plain.EndsWith("文件", StringComparison.Ordinal)) return UnitNames.LooksComplete(plain[..^2]);
        return plain[0] == '(' && plain.IndexOf(')', StringComparison.Ordinal) is > 1 and <= 9 and var end
            && head.Skip(at + 1).Any(line => line.Plain.Length >= 6 && plain.AsSpan(end + 1).StartsWith(line.Plain));
    }

    // 保障措施（一）: the heading of a section, whose number stands elsewhere.
    [GeneratedRegex(@"^(?:保障|工作|主要|具体|重点)(?:措施|要求|任务|安排)(?:\([一二三四五六七八九十\d]{1,3}\).*)?$")]
    private static partial Regex SectionHeading();

    [GeneratedRegex("^附件[2-9]$")]
    private static partial Regex LaterAnnex();

    // 全面推行某某制度 / 某某制度的指导意见: a line may end like a title and be half of one.
    private static bool GoesOn(List<Segment> head, int last, string joined) =>
        last + 1 < head.Count && WeakEnding().IsMatch(PlainForm.Of(joined)) && MayContinue(head[last + 1].Plain)
            && StrongEnding().IsMatch(head[last + 1].Plain)
        && !head[last + 1].Plain.StartsWith(PlainForm.Of(joined)[..4], StringComparison.Ordinal);

    [GeneratedRegex("(?:制度|情况|任务|行动|重点工作|分工|措施|计划|规划|规定|意见)$")]
    private static partial Regex WeakEnding();

    [GeneratedRegex("(?:通知|方案|意见|报告|要点|分解表|分工表|任务表|办法)(?:\\([^()]*\\))?$")]
    private static partial Regex StrongEnding();

    // The page's title, and below it the document's own, which begins with its body: 某局关于 / 分解…任务.
    private static (string Title, int End)? FullerBelow(List<Segment> head, int from, string title)
    {
        for (var first = from + 1; first < head.Count && first < from + 14; first++)
        {
            if (!MayBegin(head[first].Plain)) continue;
            var joined = "";
            for (var last = first; last < head.Count && last < first + 3 && joined.Length < title.Length + 30; last++)
            {
                joined += head[last].Text.Printed;
                if (joined.Length <= title.Length || !joined.EndsWith(title, StringComparison.Ordinal)
                    || !UnitNames.LooksComplete(PlainForm.Of(joined[..^title.Length])))
                    continue;
                return (joined, head[last].Start + 1);
            }
        }

        return null;
    }

    private static bool CompletesBelow(List<Segment> head, int last) =>
        last + 1 < head.Count && head[last].Plain.EndsWith("任务", StringComparison.Ordinal) && TitleWords.Ending().IsMatch(head[last + 1].Plain)
            && head[last + 1].Plain.Length < 12;

    private static bool MayBegin(string plain) =>
        plain.Length is >= 3 and <= 60 && !PageFurniture().IsMatch(plain) && plain.AsSpan().IndexOfAny("。;!?|") < 0 && !plain.EndsWith(':')
            && !TitleWords.DocNumber().IsMatch(plain)
        && !TitleWords.SignedDate().IsMatch(plain) && (plain.Length == 0 || ItemLabel.ReadAt(plain, 0) is null);

    private static bool MayContinue(string plain) => plain.Length <= 60 && plain.AsSpan().IndexOfAny("。;!|") < 0 && !plain.EndsWith(':')
        && ItemLabel.ReadAt(plain, 0) is null
        && !TitleWords.DocNumber().IsMatch(plain) && !TitleWords.SignedDate().IsMatch(plain) && !PageFurniture().IsMatch(plain);
}
