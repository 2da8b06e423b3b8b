using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Web.Wording;

/// <summary>Names the period that an occurrence of a recurring task belongs to: 2026年第3季度.</summary>
public sealed class PeriodNames(IStringLocalizer<Words> words)
{
    /// <summary>Empty for a task done once.</summary>
    public string this[Recurrence? recurrence, DateOnly? from]
    {
        get
        {
            if (recurrence is not { } every || from is not { } day)
                return "";
            var period = Period.Containing(every, day);
            return every switch
            {
                Recurrence.Yearly => words["{0}年", period.Year],
                Recurrence.HalfYearly => words[period.Ordinal == 1 ? "{0}年上半年" : "{0}年下半年", period.Year],
                Recurrence.Quarterly => words["{0}年第{1}季度", period.Year, period.Ordinal],
                Recurrence.Monthly => words["{0}年{1}月", period.Year, period.Ordinal],
                Recurrence.Weekly => words["{0}年第{1}周", period.Year, period.Ordinal],
                _ => period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        }
    }
}
