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

    /// <summary>The lowest level of heading at which a page prints its title.</summary>
    private const int DeepestTitle = 3;

    [GeneratedRegex("(?:文号|发文字号|文件编号):?\\s*\\|?\\s*(?<number>[\u4e00-\u9fff]{2,16}\\((?:19|20)\\d\\d\\)第?\\d{1,4}号)")]
    private static partial Regex IndexedNumber();

    [GeneratedRegex("(?:成文日期|发文日期|印发日期|发布日期):?\\|?(?<day>(?<y>20\\d\\d)[-年./](?<m>\\d{1,2})[-月./](?<d>\\d{1,2}))")]
    private static partial Regex IndexedDay();

    [GeneratedRegex(@"(?<day>\d{4}年\d{1,2}月\d{1,2}日)印发")]
    private static partial Regex PrintedDay();

    public static Frame Read(Flow flow)
    {
        var text = flow.Text;
        var head = Segments(text, 0, Math.Min(text.Length, Head));
        var squeezed = text.Slice(0, Math.Min(text.Length, Head)).Squeeze();
        var (title, notice, bodyStart) = TitleReader.Find(text, head, squeezed, flow.Tables.Count > 0 ? flow.Tables[0].At : int.MaxValue,
            flow.IsPage ? [.. flow.Headings.Where(heading => heading.Level <= DeepestTitle).OrderBy(heading => heading.Level)
                .Select(heading => heading.At)] : []);
        var tail = text.Length > Head ? Segments(text, Math.Max(Head, text.Length - Tail), text.Length) : [];
        var (issuer, issued, signedAt) = Signatures.Find([.. head, .. tail]);
        if (issued is null && flow.OneLine && Signatures.FindGlued(squeezed) is { } glued) (issuer, issued) = glued;
        var titles = PlainForm.Of(notice + "\n" + title);
        issuer ??= IssuerInTitle(notice) ?? IssuerInTitle(title) ?? OrderedBy(head) ?? IndexedIssuer(head)
            ?? Signatures.FindUndated(tail.Count > 0 ? tail : head, PlainForm.Of(title ?? ""));
        issued ??= IndexedDayOf(squeezed.Plain);
        var number = DocNumber(head, squeezed, title);
        var stated = PeriodOf(PlainForm.Of(title ?? "")) ?? PeriodOf(PlainForm.Of(notice ?? "")) ?? PeriodSigned(issued, number);
        return new Frame(
            title is null ? null : WithoutStage(title),
            notice,
            title is null ? null : TitleWords.DraftStage().IsMatch(titles)
                || DraftBehind(squeezed, title) ? DocumentStage.Draft : DocumentStage.Final,
            number,
            issuer,
            issued,
            stated ?? PeriodNear(squeezed.Plain),
            bodyStart)
        {
            PeriodGuessed = stated is null,
            SignedAt = signedAt,
        };
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
                var whole = text.Slice(s, e);
                var piece = whole.Squeeze();
                if (piece.Length > 0) segments.Add(new Segment(piece, s, whole.Printed));
            }
        }

        return segments;
    }

    private static string WithoutStage(string title)
    {
        var plain = PlainForm.Of(title);
        if (AnnexBefore().Match(plain) is { Success: true } annex) (title, plain) = (title[annex.Length..], plain[annex.Length..]);
        foreach (var match in TitleWords.StageBracket().Matches(plain).Reverse()) title = title.Remove(match.Index, match.Length);
        // 〈某某要点〉: quoted inside of a quoted notice.
        if (title.Length > 2 && title[0] is '〈' or '《' && title[^1] is '〉' or '》' && title.IndexOfAny(['〉', '》']) == title.Length - 1) title = title[1..^1];
        return ItemTitle.Tidy(title);
    }

    // 附件2026年某某分工表: the mark of an annex, glued to the title.
    [GeneratedRegex("^附件(?:\\d{1,2}(?!\\d))?(?=.{6})")]
    private static partial Regex AnnexBefore();

    private static bool DraftBehind(MappedText squeezed, string title)
    {
        var at = squeezed.Printed.LastIndexOf(title, StringComparison.Ordinal);
        return at >= 0 && TitleWords.StageBracket().Match(squeezed.Plain, at + title.Length) is { Success: true } stage
            && stage.Index <= at + title.Length + 2
            && TitleWords.DraftStage().IsMatch(stage.Value);
    }

    private static string? DocNumber(List<Segment> head, MappedText squeezed, string? title)
    {
        foreach (var segment in head)
        {
            if (TitleWords.DocNumber().Match(segment.Plain) is { Success: true } own && own.Index <= 2
                && (segment.Plain.Length - own.Length <= 4 || NoticeBehind().IsMatch(segment.Plain, own.Index + own.Length)))
                return segment.Text.Printed[own.Index..(own.Index + own.Length)];
        }

        if (IndexedNumber().Match(squeezed.Plain) is { Success: true } indexed) return PrintedOf(squeezed, indexed.Groups["number"]);
        if (title is null) return null;
        var core = Regex.Escape(TitleWords.StageBracket().Replace(PlainForm.Of(title), ""));
        var behind = Regex.Match(squeezed.Plain, "《?" + core + "》?(?:的通知)?\\(?(?<number>[\u4e00-\u9fff]{2,16}\\((?:19|20)\\d\\d\\)第?\\d{1,4}号)");
        return behind.Success ? PrintedOf(squeezed, behind.Groups["number"]) : Order(squeezed);
    }

    // 某政办〔2026〕13号某县人民政府办公室关于印发…: the notice follows its number without a blank.
    [GeneratedRegex("\\G[\u4e00-\u9fff]{2,30}关于")]
    private static partial Regex NoticeBehind();

    // 某某令 / 第707号
    private static string? Order(MappedText squeezed) => OrderNumber().Match(squeezed.Plain) is { Success: true } order
        ? squeezed.Printed[order.Index..(order.Index + order.Length)] : null;

    [GeneratedRegex("^[\u4e00-\u9fff]{2,20}令第\\d{1,4}号")]
    private static partial Regex OrderNumber();

    private static string PrintedOf(MappedText text, Group group) => text.Printed[group.Index..(group.Index + group.Length)];

    private static string? IssuerInTitle(string? title)
    {
        if (title is null) return null;
        var plain = PlainForm.Of(title);
        var about = plain.IndexOf("关于", StringComparison.Ordinal);
        if (about < 0 && TitleWords.SingleYear().Match(plain) is { Success: true } year) about = year.Index;
        if (about < 0) about = plain.IndexOf("印发", StringComparison.Ordinal);
        var order = plain.EndsWith('令') ? plain.Length - 1 : about;
        // The name of the site, run together with the title below it.
        if (SiteBefore().Match(plain) is { Success: true } site && site.Length < order - 3)
            (title, plain, order) = (title[site.Length..], plain[site.Length..], order - site.Length);
        return order >= 3 && UnitNames.LooksComplete(plain[..order]) && plain[..order].Length >= 3 && !UnitNames.IsGroup(plain[..order])
            && Regulator().IsMatch(plain[..order]) ? title[..order] : null;
    }

    [GeneratedRegex("^.*(?:(?:搜索|门户|政务|新闻|资讯|信息|文库|法规|公文)网站?|返回首页|信息公开)(?=[\u4e00-\u9fff]{2,8}[省市县区州盟旗镇乡])")]
    private static partial Regex SiteBefore();

    // 中华人民共和国国务院令
    private static string? OrderedBy(List<Segment> head)
    {
        foreach (var segment in head.Take(4))
        {
            if (OrderHead().Match(segment.Plain) is { Success: true } order) return PrintedOf(segment.Text, order.Groups["body"]);
        }

        return null;
    }

    // The index table of a page: 发布机构：某某局.
    private static string? IndexedIssuer(List<Segment> head)
    {
        foreach (var segment in head.Take(40))
        {
            if (IndexedBody().Match(segment.Plain) is { Success: true } indexed && UnitNames.LooksComplete(indexed.Groups["body"].Value))
                return PrintedOf(segment.Text, indexed.Groups["body"]);
        }

        return null;
    }

    [GeneratedRegex("^(?:发布机构|发文机关|发文单位|制发机关|发布单位):?(?<body>[\u4e00-\u9fff]{4,30})$")]
    private static partial Regex IndexedBody();

    [GeneratedRegex("^(?:中华人民共和国)?(?<body>[\u4e00-\u9fff]{2,16})令$")]
    private static partial Regex OrderHead();

    // A place alone is no issuer: 某县2026年…
    [GeneratedRegex("(?:局|委|办|厅|院|政府|办公室|委员会|小组|中心|部|会|管委会|大队|支队|集团|公司|学校|党校)$")]
    private static partial Regex Regulator();

    private static DateOnly? IndexedDayOf(string plain)
    {
        var indexed = IndexedDay().Match(plain);
        if (indexed.Success && ChineseNumerals.Parse(indexed.Groups["y"].Value) is { } year)
            return new DateWords(0, 0, year, int.Parse(indexed.Groups["m"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(indexed.Groups["d"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), DatePart.Day).DayIn(year);
        return PrintedDay().Match(plain) is { Success: true } printed ? TitleWords.DayOf(TitleWords.SignedDate().Match(printed.Groups["day"].Value))
            : null;
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

    // Where no title names a year: that of the signature, else that of its own number.
    private static (int First, int Last)? PeriodSigned(DateOnly? issued, string? number)
    {
        if (issued is { } day) return (day.Year, day.Year);
        return number is not null && NumberYear().Match(PlainForm.Of(number)) is { Success: true } own
            ? (Year(own.Groups["year"]), Year(own.Groups["year"])) : null;
    }

    // Else the first year of the first lines; 2003年以来 tells of the past.
    private static (int First, int Last)? PeriodNear(string plain) => PeriodOf(Since().Replace(plain[..Math.Min(plain.Length, 200)], ""));

    [GeneratedRegex(@"20\d\d年(?:\d{1,2}月)?(?:以来|起|以后|之后|至今)")]
    private static partial Regex Since();

    [GeneratedRegex(@"\((?<year>(?:19|20)\d\d)\)")]
    private static partial Regex NumberYear();
}
