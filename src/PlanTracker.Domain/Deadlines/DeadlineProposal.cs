namespace PlanTracker.Domain.Deadlines;

/// <summary>Makes of what a document says about time the deadline that is proposed to the person who reviews.</summary>
public static class DeadlineProposal
{
    /// <param name="dates">All days by which something of the task is due, in any order.</param>
    /// <param name="recurrence">How often it returns; null for a task done once.</param>
    /// <param name="ongoing">长期坚持 and the like stands as the time stated.</param>
    /// <param name="period">The plan's years.</param>
    /// <param name="returning">The day that returns in every period (每月5日前), as printed or as a person set it; null where none was named.</param>
    public static Deadline From(IEnumerable<DateOnly> dates, Recurrence? recurrence, bool ongoing, PlanPeriod period, DayInPeriod? returning = null)
    {
        DateOnly[] days = [.. dates.Distinct().Order()];
        return (days, recurrence) switch
        {
            // Dates beside a day that returns (每月5日前报送，12月20日前完成) may be an end of their own: a person says so.
            (_, { } every) when returning is { } named && named.Fits(every) =>
                new Deadline.EveryPeriod(every, named) { IsConfirmed = Array.TrueForAll(days, day => FallsOn(named, day, every)) },
            ([], { } every) => new Deadline.EveryPeriod(every),
            ([], null) when ongoing => new Deadline.Ongoing(),
            ([], null) => new Deadline.Unstated(period.LastDay),
            (_, { } every) when SharedDay(days, every) is { } day => new Deadline.EveryPeriod(every, day),
            // Dates that do not return with the period (每周调度…12月20日前完成) are the deadline; a person says whether the rest is more than manner.
            (_, { }) => Dated(days) with { IsConfirmed = false },
            _ => Dated(days),
        };
    }

    private static Deadline Dated(DateOnly[] days) => days is [var only] ? new Deadline.DueBy(only) : new Deadline.Steps(days[..^1], days[^1]);

    // 每年2月底前 comes as one day of one year, 每季度末 perhaps as all four. A single day inside a shorter period (每月调度，5月10日前完成) is no day of every month,
    // unless it is the period's last, and a week or a day is never told by a calendar date.
    private static DayInPeriod? SharedDay(DateOnly[] days, Recurrence every)
    {
        if (every is Recurrence.Weekly or Recurrence.Daily)
            return null;
        if (every != Recurrence.Yearly && days is [var only] && only != Period.Containing(every, only).Last)
            return null;

        // Each place is tried on all of the days: 每月30日前 is the 30th of January and the last day of February.
        DayInPeriod[] places = [.. days.Select(day => DayInPeriod.Of(day, every)).Distinct().Where(place => Array.TrueForAll(days, day => FallsOn(place, day, every)))];
        return places is [var shared, ..] && days.Select(day => Period.Containing(every, day)).Distinct().Count() == days.Length ? shared : null;
    }

    private static bool FallsOn(DayInPeriod place, DateOnly day, Recurrence every) => place.In(Period.Containing(every, day)) == day;
}
