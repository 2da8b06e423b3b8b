using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Domain.Progress;

/// <summary>How often a plan calls for progress.</summary>
public enum ReportingCycle
{
    Monthly,
    Quarterly,
    HalfYearly,

    /// <summary>Only when the office calls.</summary>
    OnCall,
}

public enum RoundStatus
{
    NotReported,
    Reported,

    /// <summary>Reported after the cut-off day.</summary>
    Late,
    Returned,
}

/// <param name="Period">What the round is named by and covers.</param>
/// <param name="CutOff">The last day on which a report is in time.</param>
public readonly record struct Round(Period Period, DateOnly CutOff);

/// <summary>The rounds a plan calls by itself.</summary>
/// <param name="CutOffDay">Day of the last month of a period, or its last day where the month is shorter.</param>
public sealed record ReportingRounds(ReportingCycle Cycle, int CutOffDay = 31)
{
    public int CutOffDay { get; } = CutOffDay is >= 1 and <= 31 ? CutOffDay : throw new ArgumentOutOfRangeException(nameof(CutOffDay));

    public static ReportingCycle DefaultCycle(PlanPeriod period) => period.IsOneYear ? ReportingCycle.Monthly : ReportingCycle.Quarterly;

    /// <summary>The first round whose cut-off is that day or later; none where the office calls when it needs to.</summary>
    public Round? Next(DateOnly from)
    {
        if (Recurrence is not { } recurrence)
            return null;
        var round = In(Period.Containing(recurrence, from));
        return round.CutOff >= from ? round : In(round.Period.Next);
    }

    /// <summary>All rounds with a cut-off between the days, both included.</summary>
    public IEnumerable<Round> Between(DateOnly from, DateOnly to)
    {
        for (var round = Next(from); round is { } one && one.CutOff <= to; round = In(one.Period.Next))
            yield return one;
    }

    /// <summary>How a unit stands in a round with one task. The last report counts: one that was returned has to be given again, and in
    /// time.</summary>
    public static RoundStatus StatusOf(DateOnly cutOff, DateOnly? lastReportedOn, bool wasReturned) => lastReportedOn switch
    {
        null => RoundStatus.NotReported,
        _ when wasReturned => RoundStatus.Returned,
        { } day => day <= cutOff ? RoundStatus.Reported : RoundStatus.Late,
    };

    private Recurrence? Recurrence => Cycle switch
    {
        ReportingCycle.Monthly => Deadlines.Recurrence.Monthly,
        ReportingCycle.Quarterly => Deadlines.Recurrence.Quarterly,
        ReportingCycle.HalfYearly => Deadlines.Recurrence.HalfYearly,
        _ => null,
    };

    private Round In(Period period)
    {
        var last = period.Last;
        return new(period, last.AddDays(Math.Min(CutOffDay, last.Day) - last.Day));
    }
}
