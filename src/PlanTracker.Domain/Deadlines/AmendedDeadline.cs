namespace PlanTracker.Domain.Deadlines;

/// <summary>When one run of an assignment is due, and for which period it stands.</summary>
public sealed record RunDeadline(
    DateOnly? PeriodFrom, DateOnly? PeriodTo, bool Ongoing, DateOnly? OriginalDueOn, DateOnly? DueOn, bool IsConfirmed)
{
    /// <summary>An approved extension moved it past the day it was handed over with.</summary>
    public bool IsExtended => !Ongoing && IsConfirmed && DueOn > OriginalDueOn;
}

/// <summary>What becomes of an open run when a new edition of the plan sets another deadline. The new day is no extension: it becomes the original one, and the
/// old day stays in the history and in the wording of the edition before. An extension that was approved and reaches further than the new day outlives it.</summary>
public static class AmendedDeadline
{
    /// <param name="run">The newest open run of its assignment.</param>
    /// <param name="taken">First days of the periods of all other runs of the assignment.</param>
    public static RunDeadline Of(RunDeadline run, Deadline now, PlanPeriod plan, DateOnly today, IReadOnlyCollection<DateOnly> taken) => now switch
    {
        Deadline.Ongoing => run with
        {
            PeriodFrom = null, PeriodTo = null, Ongoing = true, OriginalDueOn = null, DueOn = null, IsConfirmed = now.IsConfirmed,
        },
        Deadline.EveryPeriod every => Recurring(run, every, plan, today, taken),
        _ => Dated(run with { PeriodFrom = null, PeriodTo = null }, now.LastDay!.Value, now.IsConfirmed),
    };

    private static RunDeadline Dated(RunDeadline run, DateOnly day, bool confirmed) => run with
    {
        Ongoing = false, OriginalDueOn = day, DueOn = run.IsExtended && run.DueOn > day ? run.DueOn : day, IsConfirmed = confirmed,
    };

    // A run that stands for a period of the same rhythm keeps it; another becomes the first run of the new rhythm.
    private static RunDeadline Recurring(RunDeadline run, Deadline.EveryPeriod every, PlanPeriod plan, DateOnly today, IReadOnlyCollection<DateOnly> taken)
    {
        if (run.PeriodFrom is { } from && Period.Containing(every.Recurrence, from) is var own && own.First == from && own.Last == run.PeriodTo)
            return Dated(run, Earlier(every.DueIn(own), plan.LastDay), every.IsConfirmed);
        var spans = Occurrences.Of(every, today, plan).Take(1).ToList();
        if (spans is not [{ Period: { } period, DueOn: { } due }])
            return Dated(run, plan.LastDay, every.IsConfirmed);
        var first = !taken.Contains(period.First) ? period.First : run.PeriodFrom ?? today;
        return Dated(run with { PeriodFrom = first, PeriodTo = period.Last }, due, every.IsConfirmed);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
