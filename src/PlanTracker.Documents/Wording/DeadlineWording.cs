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
        var limits = found.ConvertAll(date => DayLimits.IsLimit(text.Plain, date, place));
        DayLimits.ShareLimit(text.Plain, found, limits);
        DayLimits.ShareRecurrence(text.Plain, found, limits);
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
            else if (place == DatePlace.Sentence && (DayLimits.IsSpanOfWork(text.Plain, found[i]) || DayLimits.IsEachHalf(text.Plain, found[i])))
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

    private static void Add(ReadDeadlines reading, MappedText text, DateWords date, (int? Year, bool Mended) carried, PlanYears years)
    {
        var carriedYear = carried.Year;
        var end = date.End + (DayLimits.Before().Match(text.Plain[date.End..Math.Min(text.Length, date.End + 3)]) is { Success: true } before ? before.Length
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
        if (date.Part is DatePart.EndOfHalf or DatePart.EndOfQuarter or DatePart.BareMonth && text.Plain.AsSpan(date.End).StartsWith(",")
            && !text.Plain.AsSpan(0, date.Start).EndsWith("到"))
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
