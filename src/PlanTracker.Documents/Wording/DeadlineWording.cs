using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Wording;

/// <summary>What the document itself says of its years: year-less words take them, never the day of reading.</summary>
/// <param name="Guessed">The period is a year that the text happens to mention: what is read by it is doubtful.</param>
public sealed record PlanYears((int First, int Last)? Period, DateOnly? Issued, bool Guessed = false)
{
    public int? YearlessYear => Period?.Last ?? Issued?.Year;

    public bool Several => Period is { } period && period.First != period.Last;

    /// <summary>First day that can be one of the plan's own; earlier ones tell of the past.</summary>
    public DateOnly? Begin => Period is { } period ? new DateOnly(Math.Clamp(period.First, 1950, 2100), 1, 1) : Issued;
}

/// <summary>Where the words stand decides what counts: in a time column a month alone is a deadline, in a sentence it needs 前 or a verb.</summary>
public enum DatePlace
{
    Sentence,

    /// <summary>A time column, the field 完成时限：, or the bracketed range of a phase's heading.</summary>
    TimeField,
}

public sealed record ReadDeadlines(List<DatedWords> Days, List<Diagnostic> Doubts);

/// <summary>Reads the days by which something is due.</summary>
public static partial class DeadlineWording
{
    // Behind the words: the day is a limit. 前期 and 前列 are other words, 前后 is no limit; 前沿 is a word, 前沿河 is not.
    [GeneratedRegex("^(?:[上下中]午|晚上?)?(?:\\d{1,2}(?:时|点|:\\d\\d)|下班)?(?:之前|以前|前|止|底前)(?![后期置列款瞻述三端]|沿(?![河江湖海街路线溪岸]))")]
    private static partial Regex Before();

    // 10月15日供暖期前: the day on which it begins.
    [GeneratedRegex("^(?:(?:[供采]暖|(?:主|防)?汛)[期季]?|开学|春节|国庆节?|中秋节?|元旦|高考|开园|开馆|开幕|通车)(?:之前|以前|来临前|到来前|前)(?![后期置列款瞻述三端])")]
    private static partial Regex BeforeItsEvent();

    // Before the words: they open a span of time, tell of a state, or recur.
    [GeneratedRegex("(?:自|从|截至|截止到?|截止|截|有效期至?|有效期限至?|每年?|每年的|每季度?|每月|每半年|每学年|逐年|各年|历年|过去|去年|上年|上一年度?)$")]
    private static partial Regex NoLimitBefore();

    [GeneratedRegex("^(?:起|一[次回调通督研报考评检会]|以来|以后|之后|开始|始|期间|的?会议|印发|发布|公布|下发|施行|实施的|修订|通过|召开的|至|到|-|—|后|度)")]
    private static partial Regex NoLimitBehind();

    [GeneratedRegex(
        "^(?:全面|全部|基本|初步|率先|力争|确保|要|须|应|组织|正式|集中|首次|分别|各)?(?:完成|完工|通车|封顶|见效|并网|供水|供电|完善|建成|启动|开展|举办|召开|印发|出台|制定|制订|报送|上报|报|实现|投入|竣工|开工|成立|建立|办结|整改|" +
        "形成|编制|发布|公布|上线|达到|交付|验收|划定|组织|兑现|取得|投用|开业|开放|开通|结束|清零|销号|提交|落实|推出|恢复|关停|关闭|拆除|改造|建设|评估|检查|总结|修订|部署|摸清|" +
        "评议|评选|抽查|复查|自查|通报|上线|启用|试运行|投产|达产|动工|进场|招标|签约|移交|挂牌|拨付|下达|兑付|贯通|开学|演练|公示|推广|考核(?!体系|机制|指标|办法|评价|结果|对象|内容|目标|任务|工作))")]
    private static partial Regex Work();

    [GeneratedRegex("^(?:完成|建成|竣工|办结|出台|印发|投入|整改到位|全部|全面|实现全|开工|上线|制定|建立|修订|制订|启动|成立|交付|基本|投用|" +
        "(?:全容量|全线|主体|整体|首批|全面)?(?:并网|通车|投产|达产|封顶|贯通|运营|启用|完工|开园|开业|开通|供水|供暖))")]
    private static partial Regex Completion();

    [GeneratedRegex(@"(?<=^|\n) *\d{1,2}[.、] *(?=\d{1,2}月)")]
    private static partial Regex LineNumber();

    /// <param name="words">Without the clause of units; blanks do not matter.</param>
    public static ReadDeadlines Read(MappedText words, PlanYears years, DatePlace place)
    {
        var reading = new ReadDeadlines([], []);
        // 1.4月底前…: the number of a line is no figure of its month.
        var text = words.Except([.. LineNumber().Matches(words.Plain).Select(number => (number.Index, number.Index + number.Length))]).Squeeze();
        var quoted = Quoted(text.Plain);
        var found = DateWordings.FindIn(text.Plain);
        if (place == DatePlace.TimeField && found.Count == 0 && DateWordings.FindShortest(text.Plain) is { } shortest) found.Add(shortest);
        var limits = found.ConvertAll(date => IsLimit(text.Plain, date, place));
        ShareLimit(text.Plain, found, limits);
        ShareRecurrence(text.Plain, found, limits);
        var broken = GarbledYears.BrokenIn(text.Plain, years.YearlessYear);
        foreach (var (start, end) in broken.Where(place => !quoted[place.Start])) AddUnsure(reading, text, start, end);
        var (year, mended) = ((int?)null, false);
        for (var i = 0; i < found.Count; i++)
        {
            // 201S年底: its year is unknown, and neither the plan's own nor the one named before.
            if (quoted[found[i].Start] || broken.Exists(place => place.Start < found[i].End && found[i].Start <= place.End)) continue;
            if ((found[i].Year ?? YearOfRange(text.Plain, found[i].Start)) is { } own)
                (year, mended) = (own, GarbledYears.StandIn(text.Printed[found[i].Start..found[i].End]));
            // 对2023年10月反馈的问题，6月底前整改: a year that tells of the past is not that of what is still to be done.
            else if (year < years.Begin?.Year && limits[i])
            {
                year = null;
                AddUnsure(reading, text, found[i].Start, found[i].End);
            }

            if (limits[i]) Add(reading, text, found[i], (year, mended), years);
            else if (place == DatePlace.Sentence && (IsSpanOfWork(text.Plain, found[i]) || IsEachHalf(text.Plain, found[i])))
                AddUnsure(reading, text, found[i].Start, found[i].End);
        }

        RelativeDays.Add(reading, text, years);
        if (place == DatePlace.Sentence) RelativeDays.AddNamedMoments(reading, text);
        reading.Days.Sort((a, b) => a.Day.CompareTo(b.Day));
        return reading;
    }

    // 2025年4-6月: the year stands before the first month.
    private static int? YearOfRange(string plain, int end) =>
        RangeBegins().Match(plain, Math.Max(0, end - 14), Math.Min(14, end)) is { Success: true } begin
            ? int.Parse(begin.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<y>20\d\d)年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月?[-至到]$")]
    private static partial Regex RangeBegins();

    private static void AddUnsure(ReadDeadlines reading, MappedText text, int start, int end) =>
        reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, text.Printed[start..end], text.SpanOf(start, end)));

    private static bool IsLimit(string plain, DateWords date, DatePlace place)
    {
        var lead = plain[Math.Max(0, date.Start - 5)..date.Start];
        var behind = plain[date.End..Math.Min(plain.Length, date.End + 12)];
        if (NoLimitBefore().IsMatch(lead)) return CutOff().IsMatch(lead) && Before().IsMatch(behind);
        if (place == DatePlace.TimeField) return !NoLimitBehind().IsMatch(behind) || Before().IsMatch(behind);
        if (Before().IsMatch(behind)) return true;
        if (NoLimitBehind().IsMatch(behind) && !(date.Year is null && Issues().IsMatch(behind))) return false;
        if (EndsRange(plain, date) || IsEachHalf(plain, date)) return false;
        if (Promised().IsMatch(lead) && behind.Length > 0 && behind[0] != '的') return true;
        return date.Part switch
        {
            DatePart.Day when BeforeItsEvent().IsMatch(behind) => true,
            DatePart.Day => Work().IsMatch(behind) && !lead.EndsWith('在'),
            DatePart.WithinYear => Completion().IsMatch(behind),
            DatePart.BareMonth => Work().IsMatch(behind) || (lead.EndsWith('到') && behind.StartsWith(',')),
            DatePart.EndOfHalf or DatePart.EndOfQuarter when behind.StartsWith(',') => OpensSentence(plain, date),
            DatePart.EndOfHalf or DatePart.EndOfQuarter => behind.Length > 0 && !char.IsPunctuation(behind[0]) && behind[0] != '的',
            DatePart.EndOfMonth when date.End > 0 && plain[date.End - 1] == '份' => behind.Length > 0 && !char.IsPunctuation(behind[0])
                && behind[0] != '的',
            // 年底考核体系 is no limit: 年底 needs a verb behind it, the end of the phrase, or 到 before it.
            _ => behind.Length == 0 || char.IsPunctuation(behind[0]) || Work().IsMatch(behind) || lead.EndsWith('到') || lead.EndsWith('至')
                || EndsInWork().IsMatch(behind),
        };
    }

    // 确保10月底主体封顶
    [GeneratedRegex("(?:确保|力争|争取|务必|务求|保证|计划|预计|拟|[要应须]于|[要应须]在)$")]
    private static partial Regex Promised();

    // 10月底主体工程封顶
    [GeneratedRegex("^[\u4e00-\u9fff]{1,8}?(?:完成|建成|竣工|完工|封顶|通车|贯通|投用|投产|达到|实现|办结|清零|到位)(?!率|情况|的|后|了|度|比)")]
    private static partial Regex EndsInWork();

    // 截至6月底前: oddly written, but a limit.
    [GeneratedRegex("截(?:至|止|止到)?$")]
    private static partial Regex CutOff();

    // 4月上旬印发清单: a day without its year is not that of another document.
    [GeneratedRegex("^(?:印发|发布|公布|下发|修订)(?!的|之|后|以)")]
    private static partial Regex Issues();

    // 上、下半年各开展一次 says how often, and no day.
    private static bool IsEachHalf(string plain, DateWords date) => date.Part == DatePart.EndOfHalf
        && (HalvesBefore().IsMatch(plain.AsSpan(0, date.End)) || HalfBehind().IsMatch(plain.AsSpan(date.End)));

    [GeneratedRegex("上(?:半年)?[、和及与]?下半年$")]
    private static partial Regex HalvesBefore();

    [GeneratedRegex("^[、和及与]下半年(?:各|分别)?")]
    private static partial Regex HalfBehind();

    // 2026年上半年，县数据局印发目录: the time opens a sentence of work to be done.
    private static bool OpensSentence(string plain, DateWords date)
    {
        if (date.Start > 0 && plain[date.Start - 1] is not ('。' or ';' or '\n')) return false;
        var end = plain.AsSpan(date.End).IndexOfAny("。;") is >= 0 and var length ? date.End + length : plain.Length;
        return Ordered().IsMatch(plain, date.End) && Ordered().Match(plain, date.End).Index < end
            && plain.AsSpan(date.End, end - date.End).IndexOfAny("了已") < 0;
    }

    [GeneratedRegex("完成|建成|竣工|办结|出台|印发|上线|制定|建立|修订|制订|启动|成立|交付|投用|开工")]
    private static partial Regex Ordered();

    // 1月1日至12月31日 in a sentence is a validity.
    private static bool EndsRange(string plain, DateWords date) =>
        date.Start > 0 && plain[date.Start - 1] is '至' or '-' && date.Start > 1 && plain[date.Start - 2] is '日' or '月' or '起' or '份' or '年';

    // 6—8月集中整治, 5月1日—5月31日开展宣传: a span in which something is done; its last day may be meant.
    private static bool IsSpanOfWork(string plain, DateWords date) => date.Start > 1 && plain[date.Start - 1] is '至' or '-'
        && (plain[date.Start - 2] is '日' or '月' or '份' || char.IsAsciiDigit(plain[date.Start - 2]))
        && Work().IsMatch(plain.AsSpan(date.End, Math.Min(12, plain.Length - date.End)));

    // 6月30日、9月30日、12月31日前: the earlier ones share 前.
    private static void ShareLimit(string plain, List<DateWords> found, List<bool> limits)
    {
        var shared = found.Count > 0 && Before().IsMatch(plain[found[^1].End..Math.Min(plain.Length, found[^1].End + 4)]);
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var own = Before().IsMatch(plain[found[i].End..Math.Min(plain.Length, found[i].End + 4)]);
            var joined = limits[i + 1] && plain[found[i].End..found[i + 1].Start] is "、" or "和" or "及" or "与" or ",";
            // 6月、12月分别督查: they share the verb.
            if (joined && found[i].Part == found[i + 1].Part && found[i].Part is DatePart.BareMonth or DatePart.EndOfMonth
                && plain[found[i].End] is not ',' && !NoLimitBefore().IsMatch(plain[Math.Max(0, found[i].Start - 5)..found[i].Start]))
                limits[i] = true;
            shared = own || (shared && joined);
            if (shared && found[i].Part != DatePart.WithinYear) limits[i] |= !own;
        }
    }

    // 每年6月、12月: the later ones recur as the first does.
    private static void ShareRecurrence(string plain, List<DateWords> found, List<bool> limits)
    {
        for (var i = 0; i < found.Count; i++)
            limits[i] &= !RecursBefore().IsMatch(plain[Math.Max(0, found[i].Start - 14)..found[i].Start]);
    }

    [GeneratedRegex("每(?:年|季度?|月)[^,。;每]{1,10}[、和及]$")]
    private static partial Regex RecursBefore();

    private static void Add(ReadDeadlines reading, MappedText text, DateWords date, (int? Year, bool Mended) carried, PlanYears years)
    {
        var carriedYear = carried.Year;
        var end = date.End + (Before().Match(text.Plain[date.End..Math.Min(text.Length, date.End + 3)]) is { Success: true } before ? before.Length
            : 0);
        var span = text.SpanOf(date.Start, end);
        var printed = text.Printed[date.Start..end];
        // 2026年开工，次年6月底前建成: the year after the one named before, else after the plan's own; of a plan of several years nobody knows which.
        var next = date.Year is null && NextYear().IsMatch(text.Plain.AsSpan(0, date.Start));
        if (next && Yearly().IsMatch(text.Plain.AsSpan(0, date.Start))) return;
        if (next) reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, printed, span));
        if (next && carriedYear is null && years.Several) return;
        if ((date.Year ?? (carriedYear ?? years.YearlessYear) + (next ? 1 : 0)) is not { } year)
        {
            if (next) return;
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, printed, span));
            return;
        }

        if (date.DayIn(year) is not { } day)
        {
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.ImpossibleDate, null, printed, span));
            return;
        }

        var past = years.Begin is { } begin && day < begin;
        if (past && !years.Guessed)
        {
            // 2O17年 in a plan of later years: perhaps it was another digit that was garbled.
            if (carried.Mended) AddUnsure(reading, text, date.Start, end);
            return;
        }

        if (reading.Days.Any(known => known.Day == day)) return;
        reading.Days.Add(new DatedWords(day, span));
        if (next) return;
        if (carried.Mended) AddUnsure(reading, text, date.Start, end);
        if (past || (date.Year is null && carriedYear is null && years.Guessed))
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, printed, span));
        if (date.Year is null && carriedYear is null && years.Several)
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.AmbiguousYear, null, printed, span));
        // 上半年， … says when, perhaps not by when.
        if (date.Part is DatePart.EndOfHalf or DatePart.EndOfQuarter && text.Plain.AsSpan(date.End).StartsWith(","))
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, printed, span));
        if (date.Part == DatePart.BareMonth && end > date.End) reading.Doubts.Add(new Diagnostic(DiagnosticKind.BareMonth, null, printed, span));
    }

    [GeneratedRegex("(?:[明次翌]年?|[明次翌]年年)$")]
    private static partial Regex NextYear();

    // 每年……次年1月底前: a recurrence of years.
    [GeneratedRegex("(?:每|逐|各)(?:学)?年[^。;]*$")]
    private static partial Regex Yearly();

    // Days inside 《》 belong to another document's title.
    private static bool[] Quoted(string plain)
    {
        var quoted = new bool[plain.Length];
        for (var open = plain.IndexOf('《', StringComparison.Ordinal); open >= 0;)
        {
            var close = plain.IndexOf('》', open);
            if (close < 0) break;
            quoted.AsSpan(open, close - open).Fill(true);
            open = plain.IndexOf('《', close);
        }

        return quoted;
    }
}
