namespace PlanTracker.Domain.Plans;

/// <summary>What kind of document a plan was published as.</summary>
public enum PlanKind
{
    /// <summary>实施方案</summary>
    ImplementationPlan,

    /// <summary>工作要点</summary>
    KeyPoints,

    /// <summary>任务分解表</summary>
    Breakdown,

    /// <summary>整改清单</summary>
    Rectification,

    /// <summary>Next steps taken from a work report.</summary>
    NextSteps,
}

/// <summary>The role under which a unit stands in a task's clause, as printed.</summary>
public enum Role
{
    /// <summary>牵头</summary>
    Lead,

    /// <summary>责任</summary>
    Responsible,

    /// <summary>配合</summary>
    Cooperating,
}

/// <summary>How several units share a task.</summary>
public enum Sharing
{
    /// <summary>牵头负责: the lead closes it for all, cooperating units report their part.</summary>
    Joint,

    /// <summary>分头落实: every unit closes its own, the task closes with the last.</summary>
    Each,
}
