using System.Globalization;

namespace PlanTracker.Domain.Deadlines;

/// <summary>One calendar period of a recurring task: a year, half, quarter, month, week (from Monday) or day.</summary>
public readonly record struct Period
{
    private Period(Recurrence recurrence, DateOnly first, DateOnly last) => (Recurrence, First, Last) = (recurrence, first, last);

    public Recurrence Recurrence { get; }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>The year it is named by; for a week that of its Thursday.</summary>
    public int Year => Recurrence == Recurrence.Weekly ? ISOWeek.GetYear(AsDateTime) : First.Year;

    /// <summary>Its place in that year, from 1: 2026年第三季度 is 3.</summary>
    public int Ordinal => Recurrence switch
    {
        Recurrence.Yearly => 1,
        Recurrence.HalfYearly => (First.Month - 1) / 6 + 1,
        Recurrence.Quarterly => (First.Month - 1) / 3 + 1,
        Recurrence.Monthly => First.Month,
        Recurrence.Weekly => ISOWeek.GetWeekOfYear(AsDateTime),
        _ => First.DayOfYear,
    };

    public Period Next => Containing(Recurrence, Last.AddDays(1));

    private DateTime AsDateTime => First.ToDateTime(TimeOnly.MinValue);

    public static Period Containing(Recurrence recurrence, DateOnly day)
    {
        switch (recurrence)
        {
            case Recurrence.Daily:
                return new(recurrence, day, day);
            case Recurrence.Weekly:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return new(recurrence, monday, monday.AddDays(6));
            default:
                var months = recurrence.Months;
                var first = new DateOnly(day.Year, (day.Month - 1) / months * months + 1, 1);
                return new(recurrence, first, first.AddMonths(months).AddDays(-1));
        }
    }
}
