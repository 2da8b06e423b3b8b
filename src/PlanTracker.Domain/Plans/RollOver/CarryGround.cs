using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Plans.RollOver;

/// <summary>Why a task is proposed for the plan of the next year, or why it is not.</summary>
public enum CarryGround
{
    /// <summary>Not finished yet.</summary>
    Open,

    /// <summary>Returns in every period.</summary>
    Recurring,

    /// <summary>长期坚持</summary>
    Ongoing,

    /// <summary>Done once and closed: it may be chosen all the same.</summary>
    Closed,

    /// <summary>Called off: it may be chosen all the same.</summary>
    Cancelled,
}

public static class CarryGrounds
{
    extension(CarryGround ground)
    {
        public bool IsProposed => ground is CarryGround.Open or CarryGround.Recurring or CarryGround.Ongoing;
    }

    /// <param name="state">Of its latest period.</param>
    public static CarryGround Of(Recurrence? recurrence, bool ongoing, TaskState state) => state switch
    {
        TaskState.Cancelled => CarryGround.Cancelled,
        _ when recurrence is not null => CarryGround.Recurring,
        _ when ongoing => CarryGround.Ongoing,
        TaskState.Closed => CarryGround.Closed,
        _ => CarryGround.Open,
    };
}
