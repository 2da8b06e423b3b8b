namespace PlanTracker.Domain.Deadlines;

/// <summary>The years that a plan covers; both the same for a plan of one year.</summary>
public readonly record struct PlanPeriod
{
    public PlanPeriod(int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, 1949);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, 9998);
        (FirstYear, LastYear) = (firstYear, lastYear);
    }

    public int FirstYear { get; }

    public int LastYear { get; }

    public bool IsOneYear => FirstYear == LastYear;

    public DateOnly FirstDay => new(FirstYear, 1, 1);

    public DateOnly LastDay => new(LastYear, 12, 31);

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;
}
