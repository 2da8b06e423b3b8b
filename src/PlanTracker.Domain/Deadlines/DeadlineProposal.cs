namespace PlanTracker.Domain.Deadlines;

/// <summary>Makes of what a document says about time the deadline that is proposed to the person who reviews.</summary>
public static class DeadlineProposal
{
    /// <param name="dates">All days by which something of the task is due, in any order.</param>
    /// <param name="ongoing">长期坚持 and the like stands as the time stated.</param>
    public static Deadline From(IEnumerable<DateOnly> dates, Recurrence? recurrence, bool ongoing, PlanPeriod period)
    {
        DateOnly[] days = [.. dates.Distinct().Order()];
        return (days, recurrence) switch
        {
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
        DayInPeriod[] places = [.. days.Select(day => DayInPeriod.Of(day, every)).Distinct()];
        return places is [var shared] ? shared : null;
    }
}
