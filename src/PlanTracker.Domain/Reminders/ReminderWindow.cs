using PlanTracker.Domain.Calendars;

namespace PlanTracker.Domain.Reminders;

/// <summary>Which occurrences can have a rung that goes out on some day, said as the days they would have to be due, handed over or cut off on: what a
/// store is asked for, so that nothing else is read. Wider than the planner by nothing but what the state decides.</summary>
public sealed record ReminderWindow
{
    private ReminderWindow(IReadOnlySet<DateOnly> due, IReadOnlySet<DateOnly> handedOver, IReadOnlySet<DateOnly> cutOffs) =>
        (Due, HandedOver, CutOffs) = (due, handedOver, cutOffs);

    public IReadOnlySet<DateOnly> Due { get; }

    public IReadOnlySet<DateOnly> HandedOver { get; }

    public IReadOnlySet<DateOnly> CutOffs { get; }

    /// <param name="from">First day on which something goes out.</param>
    /// <param name="to">The last such day.</param>
    /// <param name="earliestDue">Nothing open is due before it: bounds the rungs that return for ever.</param>
    public static ReminderWindow Of(DateOnly from, DateOnly to, DateOnly earliestDue, Ladder ladder, WorkingCalendar calendar)
    {
        HashSet<DateOnly> due = [], handedOver = [], cutOffs = [];

        // Days off before the first are moved after it, days off after the last before it: as long as they last.
        for (var day = calendar.AddWorkdays(from, -1).AddDays(1); day < calendar.AddWorkdays(to, 1); day = day.AddDays(1))
        {
            if (Falls(calendar.PreviousWorkdayOrSame(day)))
            {
                due.UnionWith(ladder.DaysBefore.Select(days => day.AddDays(days)));
                if (ladder.OnTheDay)
                    due.Add(day);
                if (ladder.MissingReports)
                    cutOffs.Add(day);
            }

            if (Falls(calendar.NextWorkdayOrSame(day)))
            {
                due.UnionWith(ladder.OverdueUpTo(Math.Max(0, day.DayNumber - earliestDue.DayNumber)).Select(days => day.AddDays(-days)));
                due.UnionWith(new[] { ladder.HeadAtDaysOverdue, ladder.LeaderProposalAtDaysOverdue }.OfType<int>().Select(days => day.AddDays(-days)));
                handedOver.Add(day);
                if (ladder.MissingReports)
                    cutOffs.Add(day.AddDays(-1));
            }
        }

        if (ladder.UnsignedAfterWorkdays is { } workdays)
        {
            for (var day = calendar.AddWorkdays(from, -workdays); day <= to; day = day.AddDays(1))
            {
                if (Falls(calendar.NextWorkdayOrSame(calendar.AddWorkdays(day, workdays))))
                    handedOver.Add(day);
            }
        }

        return new(due, handedOver, cutOffs);

        bool Falls(DateOnly day) => from <= day && day <= to;
    }
}
