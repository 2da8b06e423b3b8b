using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>The lines at the head of a document that read as its title, where no cover notice names it.</summary>
internal static partial class TitleLines
{
    [GeneratedRegex(@"首页|当前位置|^时间:|^来源:|字体|^微信|^微博|^QQ|^索引号|^发布机构|^分享|^信息来源|^今天是" +
        @"|^(?:发文机关|发文单位|发文字号|文号|成文日期|发文日期|印发日期|发布日期|生成日期|主题分类|主题词|公开方式|公开类别|有效性|文件名称|名称|标题|分类|体裁):" +
        @"|^附件\d{0,2}[:.、]|^附件[\d一二三四五六七八九十]{0,2}$" +
        @"|^(?:新闻|文章|信息|内容|通知|公告|政策|文件)?(?:详情|正文|详细(?:内容|信息)?)$|^序号|^责任单位|^牵头单位|^新华社.{2,14}电$|^(?:政策|文件)?全文$")]
    public static partial Regex PageFurniture();

    [GeneratedRegex(@"\G\((?:20\d\d年?(?:-20\d\d年?)?(?:度)?)\)")]
    public static partial Regex RangeBehind();

    // A line that alone stands above a table is its title, whatever it ends with.
    public static Segment? AboveTable(List<Segment> head, int tableAt)
    {
        var lines = head.TakeWhile(line => line.Start < tableAt).Where(line => line.Plain.Length > 3 && !PageFurniture().IsMatch(line.Plain)).ToList();
        return tableAt < int.MaxValue && lines is [{ Plain.Length: >= 8 and <= 40 } title, ..] && lines.Count <= 2 && MayBegin(title.Plain)
            && title.Plain.AsSpan().IndexOfAny(",:") < 0 && !UnitNames.LooksComplete(title.Plain) ? title : null;
    }

    // What a web page marks as a heading and reads as a title, whatever stands in the menus above it.
    public static (string Title, int End)? MarkedTitle(List<Segment> head, MappedText text, int tableAt, IReadOnlyList<int> headings)
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

    public static (string Title, int End)? FirstTitle(List<Segment> head, MappedText text, int tableAt)
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

    public static bool MayBegin(string plain) =>
        plain.Length is >= 3 and <= 60 && !PageFurniture().IsMatch(plain) && plain.AsSpan().IndexOfAny("。;!?|") < 0 && !plain.EndsWith(':')
            && !TitleWords.DocNumber().IsMatch(plain)
        && !TitleWords.SignedDate().IsMatch(plain) && (plain.Length == 0 || ItemLabel.ReadAt(plain, 0) is null);

    private static bool MayContinue(string plain) => plain.Length <= 60 && plain.AsSpan().IndexOfAny("。;!|") < 0 && !plain.EndsWith(':')
        && ItemLabel.ReadAt(plain, 0) is null
        && !TitleWords.DocNumber().IsMatch(plain) && !TitleWords.SignedDate().IsMatch(plain) && !PageFurniture().IsMatch(plain);
}
