using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Calendars;

namespace PlanTracker.Documents.Wording;

/// <summary>Days that the words do not name themselves: 印发之日起30日内 counts from the document's own, 春节前 is left to a person.</summary>
internal static partial class RelativeDays
{
    [GeneratedRegex(
        @"(?:印发|下发|发布|公布)(?:之日|之后|以后|后)(?:起|算起)?(?:的)?(?<n>\d{1,3}|[一二三四五六七八九十]{1,3}|半)(?<unit>个?工作日|日|天|个月|个?星期|周|年)(?:之内|以内|内)")]
    private static partial Regex AfterIssue();

    // 本方案施行后, 法律公布后: another document's day.
    [GeneratedRegex("(?:法|条例|办法|规定|标准|公告|结果|名单|》)(?:正式)?$")]
    private static partial Regex AnotherDocument();

    [GeneratedRegex("(?:春节|国庆节?|元旦|五一|中秋节?|汛期|主汛期|开学|入冬|入汛|春耕|两会|换届|任期届满|高考|中考|春运|雨季|(?<![河江])汛|入夏)(?:之|以|来临)?前(?![后期置列款沿瞻述三端])")]
    private static partial Regex NamedMoment();

    // 印发之日起30日内 counts from the document's own day.
    public static void Add(ReadDeadlines reading, MappedText text, PlanYears years)
    {
        foreach (Match match in AfterIssue().Matches(text.Plain))
        {
            var span = text.SpanOf(match.Index, match.Index + match.Length);
            var unit = match.Groups["unit"].Value;
            if (unit == "年" || AnotherDocument().IsMatch(text.Plain[..match.Index])) continue;
            var day = years.Issued is { } issued && ChineseNumerals.Parse(match.Groups["n"].Value) is { } count ? After(issued, count, unit)
                : (DateOnly?)null;
            if (day is { } known) reading.Days.Add(new DatedWords(known, span));
            if (day is null || (unit.EndsWith("工作日", StringComparison.Ordinal) && WorkingCalendar.National.IsProvisional(day.Value)))
                reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, match.Value, span));
        }
    }

    private static DateOnly After(DateOnly issued, int count, string unit) => unit switch
    {
        "个月" => issued.AddMonths(count),
        "日" or "天" => issued.AddDays(count),
        "工作日" or "个工作日" => WorkingCalendar.National.AddWorkdays(issued, count),
        _ => issued.AddDays(7 * count),
    };

    public static void AddNamedMoments(ReadDeadlines reading, MappedText text)
    {
        foreach (Match match in NamedMoment().Matches(text.Plain))
        {
            reading.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, match.Value,
                text.SpanOf(match.Index, match.Index + match.Length)));
        }
    }
}
