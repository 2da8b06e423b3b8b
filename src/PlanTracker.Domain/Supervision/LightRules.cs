using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Domain.Supervision;

public enum LightFamily
{
    ByDaysLeft,

    /// <summary>By lag behind the planned pace, 时序进度.</summary>
    ByPace,
}

/// <summary>A plan's choice of family and thresholds.</summary>
public sealed record LightRules
{
    public LightFamily Family { get; init; } = LightFamily.ByDaysLeft;

    /// <summary>Yellow when no more workdays than these are left.</summary>
    public int YellowWorkdays { get; init; } = 3;

    /// <summary>Yellow when no more calendar days than these are left; in place of <see cref="YellowWorkdays"/> where an occurrence runs for more
    /// than twice as long, since a monthly task would otherwise be yellow from its first day to its last.</summary>
    public int? YellowDays { get; init; }

    /// <summary>Green up to this many points behind.</summary>
    public int GreenLag { get; init; } = 10;

    /// <summary>Yellow up to this many points behind, red beyond.</summary>
    public int YellowLag { get; init; } = 30;

    /// <summary>Red after this many months without a start.</summary>
    public int MonthsToStart { get; init; } = 3;

    /// <summary>How many months a red that caught up stays yellow.</summary>
    public int MonthsYellowAfterRed { get; init; } = 1;

    /// <summary>Whether bodies that are asked by letter may turn red.</summary>
    public bool RedForAskedByLetter { get; init; }

    /// <summary>Whether each colour is left room: yellow begins behind green, and no limit lies before the beginning.</summary>
    public bool CanBe => YellowWorkdays is >= 0 and <= 60 && YellowDays is null or (>= 1 and <= 180) && GreenLag >= 0 && GreenLag < YellowLag && YellowLag <= 100
        && MonthsToStart is >= 1 and <= 24 && MonthsYellowAfterRed is >= 0 and <= 12;

    public static LightRules Default(PlanPeriod period) => new() { YellowDays = period.IsOneYear ? 30 : null };
}
