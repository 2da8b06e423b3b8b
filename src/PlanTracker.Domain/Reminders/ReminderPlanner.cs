using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Reminders;

/// <summary>Which rungs of the ladder fall on which day. What is ahead moves from a day off to the working day before, what is past to the one after;
/// rungs that so meet on one day are all kept, and the digest names the task once by the most urgent.</summary>
public static class ReminderPlanner
{
    public static IReadOnlyList<PlannedReminder> DueOn(ReminderFacts facts, DateOnly day, Ladder ladder, WorkingCalendar calendar) =>
        Upcoming(facts, day, day, ladder, calendar);

    /// <summary>What would go out from one day to another, both included, if nothing changed; by day, then least urgent first.</summary>
    public static IReadOnlyList<PlannedReminder> Upcoming(ReminderFacts facts, DateOnly from, DateOnly to, Ladder ladder, WorkingCalendar calendar)
    {
        if (!facts.IsReminded)
            return [];
        return [.. Ahead(facts, ladder, calendar).Concat(Past(facts, to, ladder, calendar))
            .Where(reminder => facts.HandedOverOn <= reminder.NominalDay && facts.HandedOverOn <= reminder.GoesOutOn)
            .Where(reminder => from <= reminder.GoesOutOn && reminder.GoesOutOn <= to)
            .OrderBy(reminder => reminder.GoesOutOn).ThenBy(reminder => reminder.Rung)];
    }

    private static IEnumerable<PlannedReminder> Ahead(ReminderFacts facts, Ladder ladder, WorkingCalendar calendar)
    {
        if (facts.DueOn is { } due)
        {
            foreach (var days in ladder.DaysBefore)
                yield return Before(new(RungKind.Before, days), due.AddDays(-days), calendar);
            if (ladder.OnTheDay)
                yield return Before(new(RungKind.OnTheDay), due, calendar);
        }

        foreach (var milestone in facts.OpenMilestones.Where(day => !(day >= facts.DueOn)))
        {
            foreach (var days in ladder.DaysBefore)
                yield return Before(new(RungKind.MilestoneBefore, days), milestone.AddDays(-days), calendar);
            if (ladder.OnTheDay)
                yield return Before(new(RungKind.MilestoneBefore), milestone, calendar);
        }

        if (ladder.MissingReports)
        {
            foreach (var cutOff in facts.MissingReports)
                yield return Before(new(RungKind.MissingReport, 0), cutOff, calendar);
        }
    }

    private static IEnumerable<PlannedReminder> Past(ReminderFacts facts, DateOnly to, Ladder ladder, WorkingCalendar calendar)
    {
        var handed = facts.HandedOverOn;
        if (ladder.OnPublishing)
            yield return After(new(RungKind.Published), handed, calendar);
        if (facts.State == OccurrenceState.Pending && ladder.UnsignedAfterWorkdays is { } workdays)
            yield return After(new(RungKind.Unsigned, workdays), calendar.AddWorkdays(handed, workdays), calendar);
        if (facts.IsAskedByLetter)
            yield break;
        if (ladder.MissingReports)
        {
            foreach (var cutOff in facts.MissingReports)
                yield return After(new(RungKind.MissingReport, 1), cutOff.AddDays(1), calendar);
        }

        if (facts is not { DueOn: { } due, IsConfirmed: true })
            yield break;

        // To the unit alone, and no more once the deadline itself has passed: then that is what is late.
        foreach (var milestone in facts.OpenMilestones)
        {
            foreach (var days in ladder.OverdueUpTo(to.DayNumber - milestone.DayNumber).Where(days => milestone.AddDays(days) <= due))
                yield return After(new(RungKind.MilestoneOverdue, days), milestone.AddDays(days), calendar);
        }

        due = Lateness.From(due, facts.HeldByOtherUntil);
        foreach (var days in ladder.OverdueUpTo(to.DayNumber - due.DayNumber))
            yield return After(new(RungKind.Overdue, days), due.AddDays(days), calendar);
        if (ladder.HeadAtDaysOverdue is { } head)
            yield return After(new(RungKind.HeadOverdue, head), due.AddDays(head), calendar);
        if (ladder.LeaderProposalAtDaysOverdue is { } leader)
            yield return After(new(RungKind.LeaderProposal, leader), due.AddDays(leader), calendar);
    }

    private static PlannedReminder Before(Rung rung, DateOnly day, WorkingCalendar calendar) => new(rung, day, calendar.PreviousWorkdayOrSame(day));

    private static PlannedReminder After(Rung rung, DateOnly day, WorkingCalendar calendar) => new(rung, day, calendar.NextWorkdayOrSame(day));
}
