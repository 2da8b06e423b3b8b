namespace PlanTracker.Domain.Progress;

/// <summary>How late a thing is, worked out from days and never stored.</summary>
public static class Lateness
{
    /// <summary>Calendar days past the deadline, never negative. It runs to the day of the request that was accepted, else to that of the request
    /// that waits, else to today: a request that was returned leaves no trace here, so that lateness counts from the deadline again.</summary>
    /// <param name="dueOn">The current deadline, which only an approved extension moves; give the original one for how long ago that passed.</param>
    public static int Days(DateOnly dueOn, DateOnly? finishedOn, DateOnly? requestWaitingSince, DateOnly today) =>
        Math.Max(0, (finishedOn ?? requestWaitingSince ?? today).DayNumber - dueOn.DayNumber);

    /// <summary>From behind which day on lateness is that of the unit that has the run: the deadline, or the last day of the unit before it if that is later.</summary>
    public static DateOnly From(DateOnly dueOn, DateOnly? heldByOtherUntil) => heldByOtherUntil is { } held && held > dueOn ? held : dueOn;
}
