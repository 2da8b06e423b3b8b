using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Reads title, document number, issuer, day and period of a document from its first and last lines.</summary>
internal static partial class FrameReader
{
    /// <summary>How much of a document's beginning may hold its frame, in characters.</summary>
    private const int Head = 9000;

    private const int Tail = 1500;

    [GeneratedRegex(@"首页|当前位置|^时间:|^来源:|字体|^微信|^微博|^QQ|^索引号|^发布机构|^分享|^信息来源|^今天是|^附件\d{0,2}[:.、]|^附件[\d一二三四五六七八九十]{0,2}$|^序号|^责任单位|^牵头单位")]
    private static partial Regex PageFurniture();

    [GeneratedRegex("文号:?\\s*(?<number>[\u4e00-\u9fff]{2,16}\\((?:19|20)\\d\\d\\)第?\\d{1,4}号)")]
    private static partial Regex IndexedNumber();

    [GeneratedRegex("(?:成文日期|发文日期|印发日期|发布日期):?(?<day>(?<y>20\\d\\d)[-年./](?<m>\\d{1,2})[-月./](?<d>\\d{1,2}))")]
    private static partial Regex IndexedDay();

    [GeneratedRegex(@"(?<day>\d{4}年\d{1,2}月\d{1,2}日)印发")]
    private static partial Regex PrintedDay();

    public static Frame Read(Flow flow)
    {
        var text = flow.Text;
        var head = Segments(text, 0, Math.Min(text.Length, Head));
        var squeezed = text.Slice(0, Math.Min(text.Length, Head)).Squeeze();
        var (title, notice, bodyStart) = FindTitle(text, head, squeezed, flow.Tables.Count > 0 ? flow.Tables[0].At : int.MaxValue);
        var tail = text.Length > Head ? Segments(text, Math.Max(Head, text.Length - Tail), text.Length) : [];
        var (issuer, issued) = Signature([.. head, .. tail]);
        var titles = PlainForm.Of(notice + "\n" + title);
        issuer ??= IssuerInTitle(notice) ?? IssuerInTitle(title) ?? OrderedBy(head);
        issued ??= IndexedDayOf(squeezed.Plain);
        return new Frame(
            title is null ? null : WithoutStage(title),
            notice,
            title is null ? null : TitleWords.DraftStage().IsMatch(titles) || DraftBehind(squeezed, title) ? DocumentStage.Draft : DocumentStage.Final,
            DocNumber(head, squeezed, title),
            issuer,
            issued,
            PeriodOf(PlainForm.Of(title ?? "")) ?? PeriodOf(PlainForm.Of(notice ?? "")) ?? PeriodNear(squeezed.Plain, issued),
            bodyStart);
    }

    private static List<Segment> Segments(MappedText text, int from, int to)
    {
        var segments = new List<Segment>();
        for (int start = from, end; start < to; start = end + 1)
        {
            end = text.Plain.IndexOf('\n', start, to - start);
            if (end < 0) end = to;
            var parted = end - start > 150;
            for (int s = start, e; s < end; s = e + 1)
            {
                e = parted ? text.Plain.IndexOf(' ', s, end - s) : end;
                if (e < 0) e = end;
                var piece = text.Slice(s, e).Squeeze();
                if (piece.Length > 0) segments.Add(new Segment(piece, s));
            }
        }

        return segments;
    }

    private static (string? Title, string? Notice, int BodyStart) FindTitle(MappedText text, List<Segment> head, MappedText squeezed, int tableAt)
    {
        var enclosed = TitleWords.Enclosed().Match(squeezed.Plain);
        var unquoted = TitleWords.EnclosedUnquoted().Match(squeezed.Plain);
        var match = enclosed.Success && (!unquoted.Success || enclosed.Index <= unquoted.Index) ? enclosed : unquoted;
        if (match.Success && match.Index < FirstSection(squeezed.Plain) && IsFrameOf(squeezed.Plain, match))
        {
            var group = match.Groups["title"];
            var printed = squeezed.Printed[group.Index..(group.Index + group.Length)];
            var core = TitleWords.StageBracket().Replace(group.Value, "");
            var notice = NoticeAround(squeezed, match);
            if (Repeated(squeezed, core, match.Index + match.Length) is { } own)
            {
                var end = own + core.Length;
                var range = RangeBehind().Match(squeezed.Plain, end);
                if (range.Success) end = range.Index + range.Length;
                return (squeezed.Printed[own..end], notice, text.IndexOfSource(squeezed.SpanOf(own, end).End));
            }

            return (printed, notice, 0);
        }

        return FirstTitle(head, text, tableAt) is { } first ? (first.Title, null, first.End) : (null, null, 0);
    }

    [GeneratedRegex(@"\G\((?:20\d\d年?(?:-20\d\d年?)?(?:度)?)\)")]
    private static partial Regex RangeBehind();

    // What is printed or revoked behind the first 一、 is told of, not enclosed.
    private static int FirstSection(string plain) => plain.IndexOf("一、", StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;

    // The notice stands at the head: not a document named in the middle of a sentence far below.
    private static bool IsFrameOf(string plain, Match match)
    {
        var before = plain[Math.Max(0, match.Index - 60)..match.Index];
        var behind = plain[(match.Index + match.Length)..Math.Min(plain.Length, match.Index + match.Length + 24)];
        if (before.Contains("根据", StringComparison.Ordinal) || before.Contains("贯彻", StringComparison.Ordinal) || before.Contains("按照", StringComparison.Ordinal)) return false;
        return match.Index < 1500 && (before.EndsWith("关于", StringComparison.Ordinal) || behind.StartsWith("的通知", StringComparison.Ordinal)
            || match.Value.EndsWith("的通知", StringComparison.Ordinal) || behind.Contains("公告", StringComparison.Ordinal) || behind.Contains("方案具体如下", StringComparison.Ordinal)
            || behind.Contains("号)", StringComparison.Ordinal) || behind.StartsWith("的", StringComparison.Ordinal));
    }

    private static string NoticeAround(MappedText squeezed, Match match)
    {
        var start = match.Index;
        while (start > 0 && match.Index - start < 50 && squeezed.Plain[start - 1] is not ('号' or '。' or ':' or ')' or '》')) start--;
        return squeezed.Printed[start..(match.Index + match.Length)];
    }

    private static int? Repeated(MappedText squeezed, string core, int from)
    {
        for (var at = squeezed.Plain.IndexOf(core, from, StringComparison.Ordinal); at >= 0; at = squeezed.Plain.IndexOf(core, at + 1, StringComparison.Ordinal))
        {
            var quoted = at > 0 && squeezed.Plain[at - 1] == '《';
            var behind = squeezed.Plain.AsSpan(at + core.Length);
            if (!quoted && !behind.StartsWith("》") && !behind.StartsWith("的通知") && !behind.StartsWith("印发") && !squeezed.Plain.AsSpan(0, at).EndsWith("附件:")) return at;
        }

        return null;
    }

    private static (string Title, int End)? FirstTitle(List<Segment> head, MappedText text, int tableAt)
    {
        for (var first = 0; first < head.Count && first < 40; first++)
        {
            if (head[first].Start > tableAt) return null;
            if (!MayBegin(head[first].Plain) || (head[first].Plain.Length < 6 && TitleWords.Ending().IsMatch(head[first].Plain))) continue;
            var joined = "";
            for (var last = first; last < head.Count && last < first + 3; last++)
            {
                if (last > first && !MayContinue(head[last].Plain)) break;
                joined += head[last].Text.Printed;
                var plain = PlainForm.Of(joined);
                if (plain.Length is < 6 or > 90 || !TitleWords.Ending().IsMatch(plain) || CompletesBelow(head, last)) continue;
                if (GoesOn(head, last, joined)) continue;
                if (last + 1 < head.Count && RangeBehind().Match(head[last + 1].Plain) is { Success: true } range && range.Length == head[last + 1].Plain.Length)
                {
                    joined += head[++last].Text.Printed;
                }

                return FullerBelow(head, last, joined) is { } fuller ? fuller : (joined, Math.Min(text.Length, text.IndexOfSource(head[last].Text.SpanOf(0, head[last].Text.Length).End)));
            }
        }

        return null;
    }

    // 全面推行某某制度 / 某某制度的指导意见: a line may end like a title and be half of one.
    private static bool GoesOn(List<Segment> head, int last, string joined) =>
        last + 1 < head.Count && WeakEnding().IsMatch(PlainForm.Of(joined)) && MayContinue(head[last + 1].Plain) && StrongEnding().IsMatch(head[last + 1].Plain)
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
                if (joined.Length <= title.Length || !joined.EndsWith(title, StringComparison.Ordinal) || !UnitNames.LooksComplete(PlainForm.Of(joined[..^title.Length]))) continue;
                return (joined, head[last].Start + 1);
            }
        }

        return null;
    }

    private static bool CompletesBelow(List<Segment> head, int last) =>
        last + 1 < head.Count && head[last].Plain.EndsWith("任务", StringComparison.Ordinal) && TitleWords.Ending().IsMatch(head[last + 1].Plain) && head[last + 1].Plain.Length < 12;

    private static bool MayBegin(string plain) =>
        plain.Length is >= 3 and <= 60 && !PageFurniture().IsMatch(plain) && plain.AsSpan().IndexOfAny("。;!?|") < 0 && !plain.EndsWith(':') && !TitleWords.DocNumber().IsMatch(plain)
        && !TitleWords.SignedDate().IsMatch(plain) && (plain.Length == 0 || ItemLabel.ReadAt(plain, 0) is null);

    private static bool MayContinue(string plain) => plain.Length <= 60 && plain.AsSpan().IndexOfAny("。;!|") < 0 && !plain.EndsWith(':') && ItemLabel.ReadAt(plain, 0) is null
        && !TitleWords.DocNumber().IsMatch(plain) && !TitleWords.SignedDate().IsMatch(plain) && !PageFurniture().IsMatch(plain);

    private static string WithoutStage(string title)
    {
        var plain = PlainForm.Of(title);
        if (AnnexBefore().Match(plain) is { Success: true } annex) (title, plain) = (title[annex.Length..], plain[annex.Length..]);
        foreach (var match in TitleWords.StageBracket().Matches(plain).Reverse()) title = title.Remove(match.Index, match.Length);
        return ItemTitle.Tidy(title);
    }

    // 附件2026年某某分工表: the mark of an annex, glued to the title.
    [GeneratedRegex("^附件(?:\\d{1,2}(?!\\d))?(?=.{6})")]
    private static partial Regex AnnexBefore();

    private static bool DraftBehind(MappedText squeezed, string title)
    {
        var at = squeezed.Printed.LastIndexOf(title, StringComparison.Ordinal);
        return at >= 0 && TitleWords.StageBracket().Match(squeezed.Plain, at + title.Length) is { Success: true } stage && stage.Index <= at + title.Length + 2
            && TitleWords.DraftStage().IsMatch(stage.Value);
    }

    private static string? DocNumber(List<Segment> head, MappedText squeezed, string? title)
    {
        foreach (var segment in head)
        {
            if (TitleWords.DocNumber().Match(segment.Plain) is { Success: true } own && own.Index <= 2 && segment.Plain.Length - own.Length <= 4) return segment.Text.Printed[own.Index..(own.Index + own.Length)];
        }

        if (IndexedNumber().Match(squeezed.Plain) is { Success: true } indexed) return PrintedOf(squeezed, indexed.Groups["number"]);
        if (title is null) return null;
        var core = Regex.Escape(TitleWords.StageBracket().Replace(PlainForm.Of(title), ""));
        var behind = Regex.Match(squeezed.Plain, "《?" + core + "》?\\(?(?<number>[\u4e00-\u9fff]{2,16}\\((?:19|20)\\d\\d\\)第?\\d{1,4}号)");
        return behind.Success ? PrintedOf(squeezed, behind.Groups["number"]) : Order(squeezed);
    }

    // 某某令 / 第707号
    private static string? Order(MappedText squeezed) => OrderNumber().Match(squeezed.Plain) is { Success: true } order ? squeezed.Printed[order.Index..(order.Index + order.Length)] : null;

    [GeneratedRegex("^[\u4e00-\u9fff]{2,20}令第\\d{1,4}号")]
    private static partial Regex OrderNumber();

    private static string PrintedOf(MappedText text, Group group) => text.Printed[group.Index..(group.Index + group.Length)];

    // The signature: a body's name, alone or joined, and the day directly behind it.
    private static (string? Issuer, DateOnly? Issued) Signature(List<Segment> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            var plain = segments[i].Plain;
            if (SignedInOne().Match(plain) is { Success: true } glued && UnitNames.LooksComplete(glued.Groups["body"].Value) && !glued.Groups["body"].Value.EndsWith('年'))
            {
                return (segments[i].Text.Printed[..glued.Groups["body"].Length], TitleWords.DayOf(TitleWords.SignedDate().Match(plain, glued.Groups["body"].Length, plain.Length - glued.Groups["body"].Length)));
            }

            var date = TitleWords.SignedDate().Match(plain);
            if (!date.Success || i == 0 || plain.Length > date.Length && plain[date.Length..].StartsWith("印发", StringComparison.Ordinal)) continue;
            var bodies = new List<string>();
            for (var before = i - 1; before >= 0 && bodies.Count < 4 && IsBody(segments[before].Plain); before--) bodies.Insert(0, segments[before].Text.Printed);
            if (bodies.Count > 0) return (string.Join("、", bodies), TitleWords.DayOf(date));
        }

        return (null, null);
    }

    [GeneratedRegex(@"^(?<body>[\u4e00-\u9fff]{4,30}?)(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?!印发)")]
    private static partial Regex SignedInOne();

    private static bool IsBody(string plain) => plain.Length is >= 3 and <= 40 && plain.AsSpan().IndexOfAny("。:;,《》()") < 0 && UnitNames.LooksComplete(plain) && !PageFurniture().IsMatch(plain);

    private static string? IssuerInTitle(string? title)
    {
        if (title is null) return null;
        var plain = PlainForm.Of(title);
        var about = plain.IndexOf("关于", StringComparison.Ordinal);
        if (about < 0 && TitleWords.SingleYear().Match(plain) is { Success: true } year) about = year.Index;
        if (about < 0) about = plain.IndexOf("印发", StringComparison.Ordinal);
        var order = plain.EndsWith('令') ? plain.Length - 1 : about;
        return order >= 3 && UnitNames.LooksComplete(plain[..order]) && plain[..order].Length >= 3 && !UnitNames.IsGroup(plain[..order]) && Regulator().IsMatch(plain[..order]) ? title[..order] : null;
    }

    // 中华人民共和国国务院令
    private static string? OrderedBy(List<Segment> head)
    {
        foreach (var segment in head.Take(4))
        {
            if (OrderHead().Match(segment.Plain) is { Success: true } order) return PrintedOf(segment.Text, order.Groups["body"]);
        }

        return null;
    }

    [GeneratedRegex("^(?:中华人民共和国)?(?<body>[\u4e00-\u9fff]{2,16})令$")]
    private static partial Regex OrderHead();

    // A place alone is no issuer: 云溪县2026年…
    [GeneratedRegex("(?:局|委|办|厅|院|政府|办公室|委员会|小组|中心|部|会|管委会|大队|支队|集团|公司|学校|党校)$")]
    private static partial Regex Regulator();

    private static DateOnly? IndexedDayOf(string plain)
    {
        var indexed = IndexedDay().Match(plain);
        if (indexed.Success && ChineseNumerals.Parse(indexed.Groups["y"].Value) is { } year)
            return new DateWords(0, 0, year, int.Parse(indexed.Groups["m"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(indexed.Groups["d"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), DatePart.Day).DayIn(year);
        return PrintedDay().Match(plain) is { Success: true } printed ? TitleWords.DayOf(TitleWords.SignedDate().Match(printed.Groups["day"].Value)) : null;
    }

    private static (int First, int Last)? PeriodOf(string plain)
    {
        if (TitleWords.YearRange().Match(plain) is { Success: true } range)
        {
            var (first, last) = (Year(range.Groups["first"]), Year(range.Groups["last"]));
            if (first <= last) return (first, last);
        }

        return TitleWords.SingleYear().Match(plain) is { Success: true } single ? (Year(single.Groups["year"]), Year(single.Groups["year"])) : null;
    }

    private static int Year(Group group) => int.Parse(group.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    // Where neither title names a year and nobody signed: the first year of the first lines.
    private static (int First, int Last)? PeriodNear(string plain, DateOnly? issued) => issued is null ? PeriodOf(plain[..Math.Min(plain.Length, 200)]) : (issued.Value.Year, issued.Value.Year);
}
