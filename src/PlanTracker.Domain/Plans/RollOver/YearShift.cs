using System.Globalization;
using System.Text;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Domain.Plans.RollOver;

/// <param name="Start">Where the words stand in the text as it was.</param>
/// <param name="Before">The year with the words of time behind it (2026年6月底前).</param>
public sealed record ShiftedYear(int Start, string Before, string After);

/// <param name="Start">Where the words stand in the text as it was.</param>
public sealed record KeptYear(int Start, string Words);

/// <param name="Shifted">All that was changed, in order.</param>
/// <param name="Kept">What speaks of a year too and was not changed: a person decides.</param>
public sealed record ShiftedWording(string Text, IReadOnlyList<ShiftedYear> Shifted, IReadOnlyList<KeptYear> Kept);

/// <summary>年份顺延: moves the years of a plan to those of the plan that goes on with it (2026年底前 → 2027年底前). Only the plan's own years are moved, never one
/// inside a title (《2026年工作要点》) nor one of a span of years (2025—2026年).</summary>
public sealed class YearShift
{
    private const string Numerals = "〇一二三四五六七八九";
    private const string Spans = "—–-－~～至到";
    private const int YearLength = 4;
    private const int LongestTime = 12;

    /// <summary>What may follow a year and still speaks of the same time (2026年第一季度末前).</summary>
    private const string TimeWords = "年度底末初前上下半第一二三四五六七八九十季月日旬中份以内之0123456789";

    /// <summary>Years told from the year in which the words are read: they need a look, and no change is certain.</summary>
    private static readonly string[] Relative = ["明年", "去年", "上年", "下年", "次年"];

    private readonly PlanPeriod period;

    /// <param name="period">The years of the plan that ends.</param>
    public YearShift(PlanPeriod period) => this.period = period;

    /// <summary>By so many years: the next plan covers as many as this one.</summary>
    public int By => period.LastYear - period.FirstYear + 1;

    public PlanPeriod Next => new(period.FirstYear + By, period.LastYear + By);

    /// <summary>The same day of the next plan; the last of February stays the last. A day outside the plan's own years stays as it is.</summary>
    public DateOnly Of(DateOnly day)
    {
        if (day.Year < period.FirstYear || day.Year > period.LastYear)
            return day;
        var moved = day.AddYears(By);
        return day is { Month: 2 } && day.Day == DateTime.DaysInMonth(day.Year, 2) ? new DateOnly(moved.Year, 2, DateTime.DaysInMonth(moved.Year, 2)) : moved;
    }

    public ShiftedWording Of(string text)
    {
        StringBuilder moved = new();
        List<ShiftedYear> shifted = [];
        List<KeptYear> kept = [];
        var (depth, done) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '《' ? 1 : text[i] == '》' && depth > 0 ? -1 : 0;
            if (YearAt(text, i) is not { } year)
            {
                if (RelativeAt(text, i) is { } relative)
                    kept.Add(new KeptYear(i, relative));
                continue;
            }

            var words = text[i..EndOfTime(text, i + YearLength)];
            if (year >= period.FirstYear && year <= period.LastYear && depth == 0 && !IsOfSpan(text, i))
            {
                var after = Written(year + By, text[i]) + words[YearLength..];
                moved.Append(text, done, i - done).Append(after);
                shifted.Add(new ShiftedYear(i, words, after));
                done = i + words.Length;
            }
            else if (year >= period.FirstYear)
            {
                kept.Add(new KeptYear(i, words));
            }

            i += words.Length - 1;
        }

        return new ShiftedWording(moved.Append(text, done, text.Length - done).ToString(), shifted, kept);
    }

    /// <summary>The year that is written here, four figures or numerals and 年; a document's number (〔2026〕12号) is none.</summary>
    private static int? YearAt(string text, int at)
    {
        if (at + YearLength >= text.Length || text[at + YearLength] != '年' || (at > 0 && FigureOf(text[at - 1]) is not null && char.IsAsciiDigit(text[at])))
            return null;
        var year = 0;
        for (var i = at; i < at + YearLength; i++)
        {
            if (FigureOf(text[i]) is not { } figure || char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[at]))
                return null;
            year = (year * 10) + figure;
        }

        return year is >= 1949 and <= 2100 ? year : null;
    }

    private static int? FigureOf(char c) => char.IsAsciiDigit(c) ? c - '0' : c is '零' or '○' ? 0 : Numerals.IndexOf(c) is >= 0 and var figure ? figure : null;

    private static int EndOfTime(string text, int from)
    {
        var end = from;
        while (end < text.Length && end - from < LongestTime && TimeWords.Contains(text[end]))
            end++;
        return end;
    }

    private static bool IsOfSpan(string text, int at) =>
        (at > 0 && Spans.Contains(text[at - 1])) || (at + YearLength + 1 < text.Length && Spans.Contains(text[at + YearLength + 1]));

    private static string? RelativeAt(string text, int at) => Array.Find(Relative, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);

    private static string Written(int year, char like)
    {
        var figures = year.ToString(CultureInfo.InvariantCulture);
        return char.IsAsciiDigit(like) ? figures : string.Concat(figures.Select(x => Numerals[x - '0']));
    }
}
