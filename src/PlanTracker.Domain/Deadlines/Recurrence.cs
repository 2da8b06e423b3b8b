namespace PlanTracker.Domain.Deadlines;

/// <summary>How often a task returns.</summary>
public enum Recurrence
{
    Yearly,
    HalfYearly,
    Quarterly,
    Monthly,
    Weekly,
    Daily,
}
