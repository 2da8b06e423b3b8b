using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Web.Wording;

/// <summary>Says by when a task is to be done.</summary>
public sealed class DeadlineWords(IStringLocalizer<Words> words, Labels labels)
{
    public string this[Deadline deadline] => deadline switch
    {
        Deadline.DueBy by => Day(by.Day),
        Deadline.Steps steps => string.Join('、', steps.Milestones.Append(steps.Last).Select(Day)),
        Deadline.EveryPeriod { Day: null } every => labels[every.Recurrence],
        Deadline.EveryPeriod { Day: { } day } every when every.Recurrence == Recurrence.Yearly => words["每年{0}月{1}日", day.Month, day.Day],
        Deadline.EveryPeriod { Day: { } day } every => words["{0}（第{1}个月{2}日）", labels[every.Recurrence], day.Month, day.Day],
        Deadline.Ongoing => words["长期坚持"],
        Deadline.Unstated unstated => words["未写明，暂定 {0}", Day(unstated.Proposed)],
        _ => throw new ArgumentOutOfRangeException(nameof(deadline)),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
