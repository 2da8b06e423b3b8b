namespace PlanTracker.Domain.Deadlines;

/// <summary>A day that returns in every period, such as 每年2月底前 (month 2, day 31) or 每季度最后一个月的25日 (month 3, day 25). A day that a short
/// month does not have is its last one.</summary>
public readonly record struct DayInPeriod
{
    /// <param name="month">1-based inside the period; 1 for weekly and daily tasks.</param>
    /// <param name="day">Day of the month, or of the week with Monday as 1.</param>
    public DayInPeriod(int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 31);
        (Month, Day) = (month, day);
    }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Never outside the period.</summary>
    public DateOnly In(Period period)
    {
        var day = period.Recurrence switch
        {
            Recurrence.Weekly or Recurrence.Daily => period.First.AddDays(Day - 1),
            _ => InMonth(period.First.AddMonths(Month - 1)),
        };
        return day < period.Last ? day : period.Last;
    }

    /// <summary>The place of a day in the period it belongs to; the last day of a month stands for the last day of any month.</summary>
    public static DayInPeriod Of(DateOnly day, Recurrence recurrence)
    {
        var period = Period.Containing(recurrence, day);
        if (recurrence is Recurrence.Weekly or Recurrence.Daily)
            return new(1, day.DayNumber - period.First.DayNumber + 1);
        var isLastOfMonth = day.Day == DateTime.DaysInMonth(day.Year, day.Month);
        return new(day.Month - period.First.Month + 1, isLastOfMonth ? 31 : day.Day);
    }

    private DateOnly InMonth(DateOnly first) => first.AddDays(Math.Min(Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
}
