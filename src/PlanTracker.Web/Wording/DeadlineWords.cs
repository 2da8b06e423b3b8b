using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Web.Wording;

/// <summary>Says by when a task is to be done.</summary>
public sealed class DeadlineWords(IStringLocalizer<Words> words, Labels labels)
{
    private static readonly string[] Weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public string this[Deadline deadline] => deadline switch
    {
        Deadline.DueBy by => Day(by.Day),
        Deadline.Steps steps => string.Join('、', steps.Milestones.Append(steps.Last).Select(Day)),
        Deadline.EveryPeriod every => this[every.Recurrence, every.Day],
        Deadline.Ongoing => words["长期坚持"],
        Deadline.Unstated unstated => words["未写明，暂定 {0}", Day(unstated.Proposed)],
        _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
    };

    /// <summary>每季度末月25日前; without a day the rhythm alone.</summary>
    public string this[Recurrence recurrence, DayInPeriod? day] => (recurrence, day) switch
    {
        (_, null) or (Recurrence.Daily, _) => labels[recurrence],
        (Recurrence.Weekly, { } place) => words["每{0}前", words[Weekdays[Math.Min(place.Day, Weekdays.Length) - 1]].Value],
        (Recurrence.Monthly, { } place) => IsLast(place) ? words["每月底前"] : words["每月{0}日前", place.Day],
        (Recurrence.Yearly, { } place) => IsLast(place) ? words["每年{0}月底前", place.Month] : words["每年{0}月{1}日前", place.Month, place.Day],
        (_, { } place) when place.Month == recurrence.Months => words["{0}末月{1}日前", labels[recurrence], place.Day],
        (_, { } place) => IsLast(place) ? words["{0}第{1}个月底前", labels[recurrence], place.Month]
            : words["{0}第{1}个月{2}日前", labels[recurrence], place.Month, place.Day],
    };

    private static bool IsLast(DayInPeriod place) => place.Day == 31;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
