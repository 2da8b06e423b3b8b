using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>The part of a year or month that is named by a word.</summary>
public enum DatePart
{
    Day,
    EndOfMonth,
    BareMonth,
    FirstTenDays,
    SecondTenDays,
    EndOfQuarter,
    EndOfHalf,
    EndOfYear,
    WithinYear,
    MiddleOfYear,
}

/// <summary>Words that name a day, before anything is known of what they say.</summary>
/// <param name="Number">The day of the month, the quarter or the half, where the part needs one.</param>
public readonly record struct DateWords(int Start, int End, int? Year, int Month, int Number, DatePart Part)
{
    /// <summary>The last day that the words cover, or null where the calendar has no such day.</summary>
    public DateOnly? DayIn(int year)
    {
        var (month, day) = Part switch
        {
            DatePart.Day => (Month, Number),
            DatePart.EndOfMonth or DatePart.BareMonth => (Month, 0),
            DatePart.FirstTenDays => (Month, 10),
            DatePart.SecondTenDays => (Month, 20),
            DatePart.EndOfQuarter => (Number * 3, 0),
            DatePart.EndOfHalf => (Number * 6, 0),
            DatePart.MiddleOfYear => (6, 0),
            _ => (12, 31),
        };
        if (year is < 1949 or > 2100 || month is < 1 or > 12) return null;
        var last = DateTime.DaysInMonth(year, month);
        return day > last || (Part == DatePart.Day && day < 1) ? null : new DateOnly(year, month, day == 0 ? last : day);
    }
}

/// <summary>The wordings of days, the most precise first.</summary>
public static partial class DateWordings
{
    private static readonly (Regex Wording, Func<Match, DateWords> Read)[] Wordings =
    [
        (FullDate(), m => new DateWords(m.Index, End(m), Number(m, "y"), Number(m, "m") ?? 0, Number(m, "d") ?? 0, DatePart.Day)),
        (NumericDate(), m => new DateWords(m.Index, End(m), Number(m, "y"), Number(m, "m") ?? 0, Number(m, "d") ?? 0, DatePart.Day)),
        (NumericMonth(), m => new DateWords(m.Index, End(m), Number(m, "y"), Number(m, "m") ?? 0, 0, DatePart.EndOfMonth)),
        (YearAndMonth(), m => Monthly(m, Number(m, "y"))),
        (YearAndQuarter(), m => new DateWords(m.Index, End(m), Number(m, "y"), 0, Number(m, "q") ?? 0, DatePart.EndOfQuarter)),
        (YearAndHalf(), m => new DateWords(m.Index, End(m), Number(m, "y"), 0, m.Groups["h"].Value == "上" ? 1 : 2, DatePart.EndOfHalf)),
        (EndOfNamedYear(), m => new DateWords(m.Index, End(m), Number(m, "y"), 12, 31, DatePart.EndOfYear)),
        (MonthAndDay(), m => new DateWords(m.Index, End(m), null, Number(m, "m") ?? 0, Number(m, "d") ?? 0, DatePart.Day)),
        (MonthAlone(), m => Monthly(m, null)),
        (Quarter(), m => new DateWords(m.Index, End(m), null, 0, Number(m, "q") ?? 0, DatePart.EndOfQuarter)),
        (Half(), m => new DateWords(m.Index, End(m), null, 0, m.Groups["h"].Value == "上" ? 1 : 2, DatePart.EndOfHalf)),
        (YearEnd(), m => new DateWords(m.Index, End(m), null, 12, 31, DatePart.EndOfYear)),
        (WithinYear(), m => new DateWords(m.Index, End(m), null, 12, 31, DatePart.WithinYear)),
    ];

    /// <summary>All words of days in order; where two wordings meet, the more precise one holds.</summary>
    public static List<DateWords> FindIn(string plain)
    {
        var found = new List<DateWords>();
        if (plain.AsSpan().IndexOfAny("月年季-/.") < 0) return found;
        var taken = new bool[plain.Length];
        foreach (var (wording, read) in Wordings)
        {
            foreach (Match match in wording.Matches(plain))
            {
                if (taken.AsSpan(match.Index, match.Length).Contains(true)) continue;
                taken.AsSpan(match.Index, match.Length).Fill(true);
                found.Add(read(match));
            }
        }

        found.AddRange(SecondDay().Matches(plain).Where(m => !taken.AsSpan(m.Groups["d"].Index, m.Groups["d"].Length).Contains(true))
            .Select(m => new DateWords(m.Groups["d"].Index, End(m), null, Number(m, "m") ?? 0, Number(m, "d") ?? 0, DatePart.Day)));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static DateWords Monthly(Match match, int? year)
    {
        var part = match.Groups["part"].Value switch
        {
            "上旬" or "初" => DatePart.FirstTenDays,
            "中旬" or "中" => DatePart.SecondTenDays,
            "" => DatePart.BareMonth,
            _ => DatePart.EndOfMonth,
        };
        return new DateWords(match.Index, End(match), year, Number(match, "m") ?? 0, 0, part);
    }

    private static int End(Match match) => match.Index + match.Length;

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var words }
        ? ChineseNumerals.Parse(words)
        : null;

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d|二〇[〇一二三四五六七八九]{2})年(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d\d)(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)(?:\d{0,2}:\d\d(?::\d\d)?)?")]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<![\d.])(?<y>20\d\d)[./-](?<m>1[0-2]|0?[1-9])(?![\d./年%万亿-])(?=月?底|前|$|[,、;。)])")]
    private static partial Regex NumericMonth();

    /// <summary>10.31 or 10/31 alone in a cell of time.</summary>
    [GeneratedRegex(@"^(?<m>1[0-2]|0?[1-9])[./](?<d>3[01]|[12]\d|0?[1-9])(?:之?前|以前)?$")]
    private static partial Regex NumericDay();

    public static DateWords? FindShortest(string plain) => NumericDay().Match(plain) is { Success: true } m
        ? new DateWords(0, m.Groups["d"].Index + m.Groups["d"].Length, null, Number(m, "m") ?? 0, Number(m, "d") ?? 0, DatePart.Day) : null;

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d|二〇[〇一二三四五六七八九]{2})年(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<part>月?底|末|上旬|中旬|下旬|初|中(?!旬)|份)?")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年第?(?<q>[一二三四1-4])季度?(?:末|底)?")]
    private static partial Regex YearAndQuarter();

    [GeneratedRegex(@"(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年(?<h>上|下)半年")]
    private static partial Regex YearAndHalf();

    [GeneratedRegex(@"(?<y>20\d\d|二〇[〇一二三四五六七八九]{2})年?年(?:底|末|内)")]
    private static partial Regex EndOfNamedYear();

    [GeneratedRegex(@"(?<!\d)(?<!(?<![今本当明次翌])年)(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]")]
    private static partial Regex MonthAndDay();

    // 6月5日-6日, 6月1至10日: a span within a month, whose last day is named without its month.
    [GeneratedRegex(@"(?<!\d)(?<m>1[0-2]|0?[1-9])月\d{1,2}[日号]?(?:-|至|到)(?<d>3[01]|[12]\d|0?[1-9])[日号]")]
    private static partial Regex SecondDay();

    // 2.8月底前: the number of an item in a cell, behind the end of a sentence or at the beginning, is no figure of the month.
    [GeneratedRegex(@"(?<![\d个每第])" +
        @"(?<!(?:^|\D|[^。;:)\n\d]\d{1,2})\.)(?<!(?<![今本当明次翌])年)(?<m>1[0-2]|[1-9]|0[1-9]|十[一二]?|[一二三四五六七八九])月(?<part>底|末|上旬|中旬|下旬|初|份)?")]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"(?<!每个?)第?(?<q>[一二三四1-4])季度(?:末|底)?")]
    private static partial Regex Quarter();

    [GeneratedRegex("(?<!每)(?<h>上|下)半年")]
    private static partial Regex Half();

    [GeneratedRegex("(?:本年|今年|当年|年)?(?<!每)年(?:底|末)|(?<![每\\d])岁末")]
    private static partial Regex YearEnd();

    [GeneratedRegex("(?<![每\\d半年一两二三四五六七八九十])(?:本|今|当)?年(?:度)?内")]
    private static partial Regex WithinYear();
}
