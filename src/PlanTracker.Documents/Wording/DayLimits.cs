using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>Whether the words around a day say that something is due by it: 前 behind it, a verb of work, a promise before it.</summary>
internal static partial class DayLimits
{
    // Behind the words: the day is a limit. 前期 and 前列 are other words, 前后 is no limit; 前沿 is a word, 前沿河 is not.
    [GeneratedRegex("^(?:[上下中]午|晚上?)?(?:\\d{1,2}(?:时|点|:\\d\\d)|下班)?(?:之前|以前|前|止|底前)(?![后期置列款瞻述三端]|沿(?![河江湖海街路线溪岸]))")]
    public static partial Regex Before();

    // 10月15日供暖期前: the day on which it begins.
    [GeneratedRegex("^(?:(?:[供采]暖|(?:主|防)?汛)[期季]?|开学|春节|国庆节?|中秋节?|元旦|高考|开园|开馆|开幕|通车)(?:之前|以前|来临前|到来前|前)(?![后期置列款瞻述三端])")]
    private static partial Regex BeforeItsEvent();

    // Before the words: they open a span of time, tell of a state, or recur.
    [GeneratedRegex("(?:自|从|截至|截止到?|截止|截|有效期至?|有效期限至?|每年?|每年的|每季度?|每月|每半年|每学年|逐年|各年|历年|过去|去年|上年|上一年度?)$")]
    private static partial Regex NoLimitBefore();

    [GeneratedRegex("^(?:起|一[次回调通督研报考评检会]|以来|以后|之后|开始|始|期间|的?会议|印发|发布|公布|下发|施行|实施的|修订|通过|召开的|至(?![少多迟])|到(?!位)|-|—|后|度|\\d{1,2}[日号]?(?:至|到|" +
        "-)\\d{1,2}[日号])")]
    private static partial Regex NoLimitBehind();

    [GeneratedRegex(
        "^(?:全面|全部|基本|初步|率先|力争|确保|要|须|应|组织|正式|集中|首次|分别|各)?(?:完成|完工|通车|封顶|见效|并网|供水|供电|完善|建成|启动|开展|举办|召开|印发|出台|制定|制订|报送|上报|报|实现|投入|竣工|开工|成立|建立|办结|整改|" +
        "形成|编制|发布|公布|上线|达到|交付|验收|划定|组织|兑现|取得|投用|开业|开放|开通|结束|清零|销号|提交|落实|推出|恢复|关停|关闭|拆除|改造|建设|评估|检查|总结|修订|部署|摸清|" +
        "评议|评选|抽查|复查|自查|通报|上线|启用|试运行|投产|达产|动工|进场|招标|签约|移交|挂牌|拨付|下达|兑付|贯通|开学|演练|公示|推广|考核(?!体系|机制|指标|办法|评价|结果|对象|内容|目标|任务|工作)|" +
        "对[^,。;]{2,24}?(?:开展|进行|组织|实施|(?<![工操合运协制])[作做]))")]
    private static partial Regex Work();

    [GeneratedRegex("^(?:完成|建成|竣工|办结|出台|印发|投入|整改到位|全部|全面|实现[^,。;、]{0,16}?(?:全|清零|达标)|开工|上线|制定|建立|修订|制订|启动|成立|交付|基本|投用|" +
        "(?:全容量|全线|主体|整体|首批|全面)?(?:并网|通车|投产|达产|封顶|贯通|运营|启用|完工|开园|开业|开通|供水|供暖))")]
    private static partial Regex Completion();

    public static bool IsLimit(string plain, DateWords date, DatePlace place)
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
            DatePart.Day => (Work().IsMatch(behind) || TakesPlace().IsMatch(plain.AsSpan(date.End))) && !lead.EndsWith('在'),
            DatePart.WithinYear => Completion().IsMatch(behind),
            DatePart.BareMonth => Work().IsMatch(behind) || (behind.StartsWith(',') && (lead.EndsWith('到') || OpensSentence(plain, date))),
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

    // 6月1日在县文化馆举行
    [GeneratedRegex("^在[^,。;、]{2,16}(?:举行|举办|召开|开展|启动|揭牌)(?!的|了)")]
    private static partial Regex TakesPlace();

    // 截至6月底前: oddly written, but a limit.
    [GeneratedRegex("截(?:至|止|止到)?$")]
    private static partial Regex CutOff();

    // 4月上旬印发清单: a day without its year is not that of another document.
    [GeneratedRegex("^(?:印发|发布|公布|下发|修订)(?!的|之|后|以)")]
    private static partial Regex Issues();

    // 上、下半年各开展一次 says how often, and no day.
    public static bool IsEachHalf(string plain, DateWords date) => date.Part == DatePart.EndOfHalf
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
        return Ordered().Match(plain, date.End) is { Success: true } ordered && ordered.Index < end
            && plain.AsSpan(date.End, end - date.End).IndexOfAny("了已") < 0;
    }

    [GeneratedRegex("完成|建成|竣工|办结|出台|印发|上线|制定|建立|修订|制订|启动|成立|交付|投用|开工")]
    private static partial Regex Ordered();

    // 1月1日至12月31日 in a sentence is a validity.
    private static bool EndsRange(string plain, DateWords date) =>
        date.Start > 0 && plain[date.Start - 1] is '至' or '-' && date.Start > 1 && plain[date.Start - 2] is '日' or '月' or '起' or '份' or '年';

    // 6—8月集中整治, 5月1日—5月31日开展宣传: a span in which something is done; its last day may be meant.
    public static bool IsSpanOfWork(string plain, DateWords date) => date.Start > 1 && plain[date.Start - 1] is '至' or '-'
        && (plain[date.Start - 2] is '日' or '月' or '份' || char.IsAsciiDigit(plain[date.Start - 2]))
        && Work().IsMatch(plain.AsSpan(date.End, Math.Min(12, plain.Length - date.End)));

    // 6月30日、9月30日、12月31日前: the earlier ones share 前.
    public static void ShareLimit(string plain, List<DateWords> found, List<bool> limits)
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
    public static void ShareRecurrence(string plain, List<DateWords> found, List<bool> limits)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var before = plain.AsSpan(0, found[i].Start);
            limits[i] &= !RecursBefore().IsMatch(before[Math.Max(0, before.Length - 14)..])
                && (found[i].Year is not null || !RecursInSentence().IsMatch(before[(before.LastIndexOfAny('。', ';') + 1)..]));
        }
    }

    // 每年3月底前报告，4月底前公开
    [GeneratedRegex("每(?:学?年度?)的?\\d{1,2}月(?:\\d{1,2}日|底|末)?(?:之前|以前|前)")]
    private static partial Regex RecursInSentence();

    [GeneratedRegex("每(?:年|季度?|月)[^,。;每]{1,10}[、和及]$")]
    private static partial Regex RecursBefore();
}
