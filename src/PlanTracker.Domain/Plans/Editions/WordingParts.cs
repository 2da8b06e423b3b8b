namespace PlanTracker.Domain.Plans.Editions;

/// <summary>The parts of a task's wording that an edition may change.</summary>
[Flags]
public enum WordingParts
{
    None = 0,
    Title = 1,
    Body = 2,
    Units = 4,
    Deadline = 8,
    Targets = 16,
    Leaders = 32,
}
