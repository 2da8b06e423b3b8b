using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

public enum TaskState
{
    Pending,
    InProgress,
    UnderReview,
    Closed,
    Suspended,
    Cancelled,

    /// <summary>What was not closed goes on in a later plan.</summary>
    CarriedOver,
}

/// <summary>How one unit stands with its part of a task.</summary>
/// <param name="FinishedOn">The day of the request that was accepted; null while not closed.</param>
public readonly record struct UnitStanding(Role Role, OccurrenceState State, DateOnly? FinishedOn = null);

/// <summary>How a task as a whole stands, worked out from its units.</summary>
/// <param name="FinishedOn">The day on which the last of those who close it was done.</param>
public readonly record struct TaskStanding(TaskState State, DateOnly? FinishedOn)
{
    public static TaskStanding Of(Sharing sharing, IReadOnlyCollection<UnitStanding> units)
    {
        UnitStanding[] deciding = [.. Deciding(sharing, units).Where(unit => unit.State != OccurrenceState.Cancelled)];
        if (deciding.Length == 0)
            return new(units.Count == 0 ? TaskState.Pending : TaskState.Cancelled, null);
        UnitStanding[] open = [.. deciding.Where(unit => unit.State != OccurrenceState.Closed)];
        if (open.Length == 0)
            return new(TaskState.Closed, deciding.Max(unit => unit.FinishedOn));
        open = [.. open.Where(unit => unit.State != OccurrenceState.CarriedOver)];
        if (open.Length == 0)
            return new(TaskState.CarriedOver, null);
        return new(Of(open, all: deciding.Length == open.Length), null);
    }

    // Joint: the leads close for all, several leads all of them; without any lead the responsible units stand in their place.
    private static IEnumerable<UnitStanding> Deciding(Sharing sharing, IReadOnlyCollection<UnitStanding> units)
    {
        if (sharing == Sharing.Each || units.Count == 0)
            return units;
        var first = units.Min(unit => unit.Role);
        return units.Where(unit => unit.Role == first);
    }

    private static TaskState Of(UnitStanding[] open, bool all) => open switch
    {
        _ when open.All(unit => unit.State == OccurrenceState.Suspended) => TaskState.Suspended,
        _ when open.All(unit => unit.State.IsAwaitingReview) => TaskState.UnderReview,
        _ when all && open.All(unit => unit.State is OccurrenceState.Pending or OccurrenceState.Refused) => TaskState.Pending,
        _ => TaskState.InProgress,
    };
}
