using System.Globalization;

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

    /// <summary>Whether every period of that rhythm has such a month, and such a day in its longest.</summary>
    public bool Fits(Recurrence recurrence) => recurrence switch
    {
        Recurrence.Daily => this == new DayInPeriod(1, 1),
        Recurrence.Weekly => Month == 1 && Day <= 7,
        _ => Month <= recurrence.Months,
    };

    /// <summary>The last day of every period of that rhythm.</summary>
    public bool IsLastOf(Recurrence recurrence) => recurrence switch
    {
        Recurrence.Daily => true,
        Recurrence.Weekly => Day >= 7,
        _ => Month > recurrence.Months || (Month == recurrence.Months && Day == 31),
    };

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

    /// <summary>As <see cref="Parse"/> reads it: 3-25.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month}-{Day}");

    public static DayInPeriod Parse(string written)
    {
        var dash = written.IndexOf('-', StringComparison.Ordinal);
        return new(int.Parse(written.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(written.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    private DateOnly InMonth(DateOnly first) => first.AddDays(Math.Min(Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
}
