using System.Text.RegularExpressions;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents.Wording;

/// <summary>The day that returns in every period, directly behind the words of the recurrence: 每年9月30日前, 每季度末月25日前, 每月5日前.</summary>
public static partial class RecurringDayWording
{
    /// <summary>A year without 29 February, in which the end of a month is its end in every year.</summary>
    private const int AnyYear = 2023;

    private static readonly (Regex Wording, Recurrence Recurrence, Func<Match, DayInPeriod?> Read)[] Wordings =
    [
        (DayOfQuarter(), Recurrence.Quarterly, m => Place(m.Groups["which"].Value is "首" or "第一个" or "头一个" or "第1个" ? 1
            : m.Groups["which"].Value is "第二个" or "第2个" ? 2 : 3, m)),
        (DayOfQuarter(), Recurrence.HalfYearly, m => m.Groups["which"].Value is "首" or "第一个" or "头一个" or "第1个" ? Place(1, m)
            : m.Groups["which"].Value is "第二个" or "第2个" ? Place(2, m) : Place(6, m)),
        (EndOfPeriod(), Recurrence.Quarterly, _ => new DayInPeriod(3, 31)),
        (EndOfPeriod(), Recurrence.HalfYearly, _ => new DayInPeriod(6, 31)),
        (EndOfPeriod(), Recurrence.Yearly, _ => new DayInPeriod(12, 31)),
        (EndOfPeriod(), Recurrence.Monthly, _ => new DayInPeriod(1, 31)),
        (DayOfMonth(), Recurrence.Monthly, m => Place(1, m)),
        (PartOfMonth(), Recurrence.Monthly, m => new DayInPeriod(1, m.Value.EndsWith("上旬", StringComparison.Ordinal) ? 10
            : m.Value.EndsWith("中旬", StringComparison.Ordinal) ? 20 : 31)),
        (DayOfWeek(), Recurrence.Weekly, m => new DayInPeriod(1,
            "一二三四五六日".IndexOf(m.Groups["d"].Value.Replace('天', '日'), StringComparison.Ordinal) + 1)),
    ];

    /// <param name="plain">Words in plain form without blanks.</param>
    /// <param name="end">Behind the words of the recurrence.</param>
    /// <returns>The day and where its words end; null where no single day stands there.</returns>
    public static (DayInPeriod Day, int End)? ReadBehind(string plain, Recurrence recurrence, int end)
    {
        foreach (var (wording, its, read) in Wordings)
        {
            if (its != recurrence || wording.Match(plain, end) is not { Success: true } match) continue;
            return GoesOn().IsMatch(plain, match.Index + match.Length) || read(match) is not { } day ? null : (day, match.Index + match.Length);
        }

        return recurrence == Recurrence.Yearly ? OfYear(plain, end) : null;
    }

    /// <summary>Several days of one period behind the words of the recurrence: 每年6月底、12月底前, 每季度首月10日前和末月25日前.</summary>
    /// <returns>Where they lie evenly the rhythm that they make and its day (half-yearly, at the end of its sixth month), else neither; null where
    /// no several days stand there.</returns>
    public static (Recurrence? Even, DayInPeriod? Day, int End)? ReadSeveralBehind(string plain, Recurrence recurrence, int end)
    {
        if (recurrence == Recurrence.Yearly) return SeveralOfYear(plain, end);
        var count = 0;
        var last = end;
        while (MatchAt(plain, recurrence, end, further: count > 0) is { Success: true } match)
        {
            count++;
            last = end = match.Index + match.Length + Before().Match(plain, match.Index + match.Length).Length;
            if (And().Match(plain, end) is not { Success: true } and) break;
            end = and.Index + and.Length;
        }

        return count > 1 ? (null, null, last) : null;
    }

    private static Match? MatchAt(string plain, Recurrence recurrence, int at, bool further) =>
        Wordings.Where(wording => wording.Recurrence == recurrence || (further && wording.Recurrence == Recurrence.Monthly))
            .Select(wording => wording.Wording.Match(plain, at)).FirstOrDefault(match => match.Success);

    private static (Recurrence? Even, DayInPeriod? Day, int End)? SeveralOfYear(string plain, int end)
    {
        while (end < plain.Length && plain[end] is '的' or '于' or '在') end++;
        var days = new List<DateOnly>();
        var limit = false;
        if (Months().Match(plain, end) is { Success: true } months)
        {
            days.AddRange(months.Groups["m"].Captures.Select(month => MonthEnd(month.Value)).OfType<DateOnly>());
            (limit, end) = (months.Groups["end"].Success, months.Index + months.Length);
        }

        for (var next = end; days.Count == 0 || next > end;)
        {
            var words = plain[next..Math.Min(plain.Length, next + 16)];
            if (DateWordings.FindIn(words) is not [{ Start: 0, Year: null, Part: not DatePart.WithinYear } date, ..]
                || date.DayIn(AnyYear) is not { } day)
                break;
            days.Add(day);
            end = next + date.End;
            var before = Before().Match(plain, end);
            // 每年6月、12月开展: months alone say when, not by when.
            limit |= before.Success || date.Part != DatePart.BareMonth;
            end += before.Length;
            next = And().Match(plain, end) is { Success: true } and ? and.Index + and.Length : end;
        }

        if (days.Count < 2) return null;
        return limit && EvenRhythm(days) is { } even ? (even, DayInPeriod.Of(days[0], even), end) : (null, null, end);
    }

    private static DateOnly? MonthEnd(string month) =>
        new DateWords(0, 0, null, ChineseNumerals.Parse(month) ?? 0, 0, DatePart.EndOfMonth).DayIn(AnyYear);

    private static Recurrence? EvenRhythm(List<DateOnly> days)
    {
        Recurrence? rhythm = days.Count switch { 2 => Recurrence.HalfYearly, 4 => Recurrence.Quarterly, 12 => Recurrence.Monthly, _ => null };
        return rhythm is { } even && days.Select(day => day.Month).Distinct().Count() == days.Count
            && days.Select(day => DayInPeriod.Of(day, even)).Distinct().Count() == 1 ? even : null;
    }

    // 每年9月30日前, 每年的2月底前, 每年12月中旬
    private static (DayInPeriod Day, int End)? OfYear(string plain, int end)
    {
        while (end < plain.Length && plain[end] is '的' or '于' or '在') end++;
        var words = plain[end..Math.Min(plain.Length, end + 16)];
        if (DateWordings.FindIn(words) is not [{ Start: 0, Year: null, Part: not DatePart.WithinYear } date, ..] || date.DayIn(AnyYear) is not { } day
            || GoesOn().IsMatch(plain, end + date.End))
            return null;
        // 每年3月开展: a month without 前 or 底 says when, not by when.
        if (date.Part == DatePart.BareMonth && !Before().IsMatch(plain, end + date.End)) return null;
        return (DayInPeriod.Of(day, Recurrence.Yearly), end + date.End);
    }

    private static DayInPeriod? Place(int month, Match match) =>
        ChineseNumerals.Parse(match.Groups["d"].Value) is { } day and >= 1 and <= 31 ? new DayInPeriod(month, day) : null;

    [GeneratedRegex(@"\G(?:的)?(?<which>首|末|第一个|头一个|第二个|第三个|第[123]个|最后一个?)(?:个)?月(?:份)?的?(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")]
    private static partial Regex DayOfQuarter();

    [GeneratedRegex(@"\G的?(?:最后一[日天]|末月底|[年月]?[末底])(?![月\d])")]
    private static partial Regex EndOfPeriod();

    [GeneratedRegex(@"\G(?:的|于)?(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"\G的?[上中下]旬")]
    private static partial Regex PartOfMonth();

    [GeneratedRegex(@"\G的?(?<d>[一二三四五六日天])(?![次回个])")]
    private static partial Regex DayOfWeek();

    [GeneratedRegex(@"\G(?:之前|以前|前|底|末)")]
    private static partial Regex Before();

    [GeneratedRegex(@"\G[、,和及与]")]
    private static partial Regex And();

    // 3、6、9、12月底前
    [GeneratedRegex(@"\G(?<m>\d{1,2})(?:[、,](?<m>\d{1,2})(?!\d|日)){1,11}月(?<end>份?(?:底|末)?(?:之前|以前|前)|底|末)?")]
    private static partial Regex Months();

    // 每年6月30日、12月31日前; 每月1日至5日; 每年10月起; 每年3月15日活动: several days, or none by which something is due.
    [GeneratedRegex(@"\G(?:、|和|及|至|到|-|起|开始|以来|(?:前后)|左右|的?(?:活动|主题|宣传日|纪念日))")]
    private static partial Regex GoesOn();
}
