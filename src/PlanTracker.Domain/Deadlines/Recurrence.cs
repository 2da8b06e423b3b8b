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

public static class Recurrences
{
    extension(Recurrence recurrence)
    {
        /// <summary>How many months a period has; 1 for a week or a day, which lies in one.</summary>
        public int Months => recurrence switch
        {
            Recurrence.Yearly => 12,
            Recurrence.HalfYearly => 6,
            Recurrence.Quarterly => 3,
            _ => 1,
        };
    }
}
