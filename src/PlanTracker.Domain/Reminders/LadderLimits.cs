namespace PlanTracker.Domain.Reminders;

/// <summary>What a ladder may say. Wider than anything an office asked for, and narrow enough that nobody is written to for ever or years ahead.</summary>
public static class LadderLimits
{
    public const int MostRungs = 12;
    public const int MostDaysBefore = 365;
    public const int MostDaysOverdue = 180;
    public const int MostWorkdaysUnsigned = 30;

    /// <summary>The first thing that cannot be, or null.</summary>
    public static LadderFault? FaultOf(Ladder ladder)
    {
        if (ladder.DaysBefore.Count > MostRungs)
            return new(LadderFaultKind.TooManyBefore, MostRungs);
        if (ladder.DaysOverdue.Count > MostRungs)
            return new(LadderFaultKind.TooManyOverdue, MostRungs);
        if (ladder.DaysBefore.Any(days => days > MostDaysBefore))
            return new(LadderFaultKind.BeforeOutOfRange, MostDaysBefore);
        if (ladder.DaysOverdue.Any(days => days > MostDaysOverdue) || ladder.ThenEveryDays > MostDaysOverdue)
            return new(LadderFaultKind.OverdueOutOfRange, MostDaysOverdue);
        if (ladder.UnsignedAfterWorkdays > MostWorkdaysUnsigned)
            return new(LadderFaultKind.UnsignedOutOfRange, MostWorkdaysUnsigned);
        if (ladder.HeadAtDaysOverdue > MostDaysOverdue || ladder.LeaderProposalAtDaysOverdue > MostDaysOverdue)
            return new(LadderFaultKind.OverdueOutOfRange, MostDaysOverdue);
        return ladder.LeaderProposalAtDaysOverdue < ladder.HeadAtDaysOverdue ? new(LadderFaultKind.LeaderBeforeHead, 0) : null;
    }
}

public enum LadderFaultKind
{
    TooManyBefore,
    TooManyOverdue,
    BeforeOutOfRange,
    OverdueOutOfRange,
    UnsignedOutOfRange,

    /// <summary>The supervising leader would hear of it before the unit's own head does.</summary>
    LeaderBeforeHead,
}

/// <param name="Limit">The most there may be; 0 where the kind has none.</param>
public readonly record struct LadderFault(LadderFaultKind Kind, int Limit);
