using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Supervision;

/// <summary>The light of an occurrence on a day: the worst rule that holds, with the reason that goes beside the colour.</summary>
public static class Lights
{
    public static Light Of(LightFacts facts, LightRules rules, DateOnly day, WorkingCalendar calendar)
    {
        if (Settled(facts, day) is { } settled)
            return settled;
        var mayBeRed = facts.IsConfirmed && (rules.RedForAskedByLetter || !facts.IsAskedByLetter);
        return Holding(facts, rules, day, calendar)
            .Select(light => light.Colour == LightColour.Red && !mayBeRed ? light with { Colour = LightColour.Yellow } : light)
            .Aggregate((worst, light) => light.Colour > worst.Colour ? light : worst);
    }

    // What no threshold can change: it is over, stands still, waits for somebody else, or has not begun.
    private static Light? Settled(LightFacts facts, DateOnly day) => facts switch
    {
        { State: OccurrenceState.Cancelled } => Of(LightColour.Grey, LightReasonKind.Cancelled),
        { State: OccurrenceState.CarriedOver } => Of(LightColour.Grey, LightReasonKind.CarriedOver, day: facts.FinishedOn),
        { State: OccurrenceState.Suspended } => Of(LightColour.Grey, LightReasonKind.Suspended),
        { State: OccurrenceState.Closed } => Closed(facts, day),
        { RequestWaitingSince: { } since } => Waiting(facts, since, day),
        _ when day < facts.OpensOn => Of(LightColour.Grey, LightReasonKind.NotBegun, day: facts.OpensOn),
        _ => null,
    };

    private static Light Closed(LightFacts facts, DateOnly day)
    {
        var late = DaysLate(facts, day);
        return late > 0 ? Of(LightColour.ClosedLate, LightReasonKind.ClosedLate, late + facts.AskedLateBy, facts.FinishedOn)
            : facts.AskedLateBy > 0 ? Of(LightColour.ClosedLate, LightReasonKind.ExtendedLate, facts.AskedLateBy, facts.FinishedOn)
            : Of(LightColour.Blue, LightReasonKind.ClosedOnTime, day: facts.FinishedOn);
    }

    private static Light Waiting(LightFacts facts, DateOnly since, DateOnly day)
    {
        var late = DaysLate(facts, day);
        return late > 0
            ? Of(LightColour.Yellow, LightReasonKind.AwaitingReviewLate, late, since)
            : Of(LightColour.Green, LightReasonKind.AwaitingReview, day: since);
    }

    // A deadline that nobody confirmed makes nothing late.
    private static int DaysLate(LightFacts facts, DateOnly day) =>
        facts is { DueOn: { } due, IsConfirmed: true } ? Lateness.Days(Lateness.From(due, facts.HeldByOtherUntil), facts.FinishedOn, facts.RequestWaitingSince, day) : 0;

    /// <summary>Every rule that holds; of two equally bad ones the first is told.</summary>
    private static IEnumerable<Light> Holding(LightFacts facts, LightRules rules, DateOnly day, WorkingCalendar calendar)
    {
        if (facts.DueOn is { } due && !facts.IsOngoing)
        {
            yield return due < day ? Passed(facts, due, day)
                : rules.Family == LightFamily.ByPace ? Pace(facts, rules, due, day)
                : Ahead(facts, rules, due, day, calendar);
            if (rules.Family == LightFamily.ByPace)
            {
                foreach (var light in Starting(facts, rules, due, day))
                    yield return light;
            }
        }
        else
        {
            // Whether it is confirmed is said beside the grey and changes nothing of it: no day was missed.
            yield return Of(LightColour.Grey, facts.MissedLastRound ? LightReasonKind.OngoingUnconfirmed : LightReasonKind.Ongoing);
            yield break;
        }

        if (facts.MissedLastRound)
            yield return Of(LightColour.Yellow, LightReasonKind.NoReportInLastRound);
    }

    private static Light Passed(LightFacts facts, DateOnly due, DateOnly day)
    {
        var from = Lateness.From(due, facts.HeldByOtherUntil);
        return facts.IsConfirmed && from > due
            ? Of(LightColour.Red, LightReasonKind.OverdueSinceTakenOver, Math.Max(0, day.DayNumber - from.DayNumber), due)
            : Of(LightColour.Red, facts.IsConfirmed ? LightReasonKind.Overdue : LightReasonKind.UnconfirmedDeadlinePassed, day.DayNumber - due.DayNumber, due);
    }

    private static Light Ahead(LightFacts facts, LightRules rules, DateOnly due, DateOnly day, WorkingCalendar calendar)
    {
        var days = due.DayNumber - day.DayNumber;
        if (rules.YellowDays is { } threshold && due.DayNumber - facts.OpensOn.DayNumber > 2 * threshold)
        {
            if (days <= threshold)
                return Of(LightColour.Yellow, LightReasonKind.DueWithinDays, days, due);
        }
        else if (calendar.AddWorkdays(day, rules.YellowWorkdays + 1) > due)
        {
            return Of(LightColour.Yellow, LightReasonKind.DueWithinWorkdays, calendar.WorkdaysBetween(day, due), due);
        }

        return Of(LightColour.Green, LightReasonKind.InTime, days, due);
    }

    private static Light Pace(LightFacts facts, LightRules rules, DateOnly due, DateOnly day)
    {
        var lag = Math.Max(0, PlannedPace.On(day, facts.OpensOn, due, facts.Milestones) - Done(facts, due));
        var points = (int)Math.Ceiling(lag);
        return lag > rules.YellowLag ? Of(LightColour.Red, LightReasonKind.FarBehindPace, points)
            : lag > rules.GreenLag ? Of(LightColour.Yellow, LightReasonKind.BehindPace, points)
            : Of(LightColour.Green, LightReasonKind.OnPace, points);
    }

    private static decimal Done(LightFacts facts, DateOnly due) => PlannedPace.Done(facts.Percent, facts.OpensOn, due, facts.Milestones, facts.Reached);

    private static IEnumerable<Light> Starting(LightFacts facts, LightRules rules, DateOnly due, DateOnly day)
    {
        if (facts.AnswersForMilestones && Missed(facts, day) is { } missed)
            yield return Of(LightColour.Yellow, LightReasonKind.MilestoneMissed, day.DayNumber - missed.DayNumber, missed);
        if (Done(facts, due) == 0 && day >= facts.OpensOn.AddMonths(rules.MonthsToStart))
            yield return Of(LightColour.Red, LightReasonKind.NotStarted, rules.MonthsToStart, facts.OpensOn);
        if (facts.LastRedOn is { } last && day <= last.AddMonths(rules.MonthsYellowAfterRed))
            yield return Of(LightColour.Yellow, LightReasonKind.CaughtUp, day: last);
    }

    // The earliest: it is longest overdue. What had passed before it was handed over was never asked for.
    private static DateOnly? Missed(LightFacts facts, DateOnly day) => Milestones.Open(facts.Milestones, facts.Reached)
        .Where(milestone => facts.OpensOn <= milestone && milestone < day).Select(milestone => (DateOnly?)milestone).FirstOrDefault();

    private static Light Of(LightColour colour, LightReasonKind kind, int number = 0, DateOnly? day = null) => new(colour, new(kind, number, day));
}
