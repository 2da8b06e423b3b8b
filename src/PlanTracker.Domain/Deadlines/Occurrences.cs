namespace PlanTracker.Domain.Deadlines;

/// <summary>When one run of an assignment opens and is due.</summary>
/// <param name="Period">The period it belongs to and is named by; null for a one-off or ongoing task.</param>
/// <param name="DueOn">Null for an ongoing task.</param>
public sealed record OccurrenceSpan(Period? Period, DateOnly OpensOn, DateOnly? DueOn);

/// <summary>Says which occurrences a deadline gives: exactly one for a one-off task, one per period for a recurring one.</summary>
public static class Occurrences
{
    /// <summary>All of the plan's life, in order.</summary>
    public static IEnumerable<OccurrenceSpan> Of(Deadline deadline, DateOnly publishedOn, PlanPeriod period) => deadline is Deadline.EveryPeriod every
        ? Recurring(every, publishedOn, period)
        : [new OccurrenceSpan(null, publishedOn, deadline.LastDay)];

    /// <summary>Those that open from one day to another, both included: the same as choosing by opening day from <see cref="Of"/>.</summary>
    public static IEnumerable<OccurrenceSpan> OpeningBetween(
        Deadline deadline, DateOnly publishedOn, PlanPeriod period, DateOnly from, DateOnly to) =>
        Of(deadline, publishedOn, period).SkipWhile(span => span.OpensOn < from).TakeWhile(span => span.OpensOn <= to);

    // A period whose day had passed when the plan was published is asked of nobody.
    private static IEnumerable<OccurrenceSpan> Recurring(Deadline.EveryPeriod every, DateOnly publishedOn, PlanPeriod plan)
    {
        var start = publishedOn > plan.FirstDay ? publishedOn : plan.FirstDay;
        for (var period = Period.Containing(every.Recurrence, start); period.First <= plan.LastDay; period = period.Next)
        {
            var due = every.DueIn(period);
            if (due > plan.LastDay)
                due = plan.LastDay;
            if (due >= start)
                yield return new OccurrenceSpan(period, period.First > start ? period.First : start, due);
        }
    }
}
