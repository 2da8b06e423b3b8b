namespace PlanTracker.Domain.Supervision;

/// <summary>How far the answer to an instruction or an order is.</summary>
public enum AnswerState
{
    /// <summary>未答复</summary>
    Waiting,

    /// <summary>已答复: lies with the office.</summary>
    Answered,

    /// <summary>退回重答: stands with the unit again, with its day unchanged.</summary>
    Returned,

    /// <summary>An instruction's answer was passed on to the leader; an order was settled (销号).</summary>
    Settled,

    /// <summary>升级: an order of the next colour stands in its place.</summary>
    Climbed,
}

public static class AnswerStates
{
    extension(AnswerState state)
    {
        /// <summary>The unit has to answer.</summary>
        public bool IsWithUnit => state is AnswerState.Waiting or AnswerState.Returned;

        public bool IsOver => state is AnswerState.Settled or AnswerState.Climbed;
    }
}
