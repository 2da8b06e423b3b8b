using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Web.Features.Plans.Publish;

/// <summary>What a round of reporting is called in the office's own documents: 2026年6月, 2026年第三季度.</summary>
internal static class RoundName
{
    private static readonly string[] Quarters = ["一", "二", "三", "四"];

    public static string Of(Period period) => period.Recurrence switch
    {
        Recurrence.Yearly => $"{period.Year}年度",
        Recurrence.HalfYearly => period.Ordinal == 1 ? $"{period.Year}年上半年" : $"{period.Year}年下半年",
        Recurrence.Quarterly => $"{period.Year}年第{Quarters[period.Ordinal - 1]}季度",
        Recurrence.Monthly => $"{period.Year}年{period.Ordinal}月",
        Recurrence.Weekly => $"{period.Year}年第{period.Ordinal}周",
        _ => $"{period.First.Year}年{period.First.Month}月{period.First.Day}日",
    };
}
