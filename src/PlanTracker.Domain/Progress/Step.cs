namespace PlanTracker.Domain.Progress;

/// <summary>What a person may do to an occurrence; each is written to its history.</summary>
public enum Step
{
    /// <summary>交办</summary>
    Publish,

    /// <summary>签收</summary>
    Sign,

    /// <summary>申请调整责任单位, with a reason.</summary>
    RefuseAsNotOurs,

    /// <summary>改派</summary>
    Reassign,

    /// <summary>维持原责任单位: the office does not follow the unit's refusal.</summary>
    UpholdAssignment,

    /// <summary>填报</summary>
    Report,

    /// <summary>申请办结</summary>
    RequestCompletion,

    /// <summary>撤回办结申请</summary>
    WithdrawCompletion,

    /// <summary>单位审签通过</summary>
    HeadApprove,

    /// <summary>初审通过</summary>
    Accept,

    /// <summary>领导审定通过</summary>
    Approve,

    /// <summary>退回重办, with a reason.</summary>
    Return,

    /// <summary>申请延期</summary>
    RequestExtension,

    /// <summary>同意延期</summary>
    ApproveExtension,

    /// <summary>不同意延期</summary>
    RefuseExtension,

    /// <summary>申请中止</summary>
    RequestSuspension,

    /// <summary>中止, with the authority named.</summary>
    Suspend,

    /// <summary>恢复办理</summary>
    Resume,

    /// <summary>终止, with the authority named.</summary>
    Cancel,

    /// <summary>重新办理</summary>
    Reopen,

    /// <summary>催办</summary>
    Urge,

    /// <summary>批示</summary>
    Instruct,

    /// <summary>确认时限: the office says that a proposed deadline holds, or which day does.</summary>
    ConfirmDeadline,

    /// <summary>修订调整: a new edition of the plan changed the words or the deadline of what the unit is at work on.</summary>
    Amend,

    /// <summary>异议: the unit objects to a decision, with a reason.</summary>
    RaiseObjection,

    /// <summary>维持原决定: somebody else than who decided holds that the decision was right.</summary>
    UpholdDecision,

    /// <summary>改变原决定: somebody else than who decided puts right what it did.</summary>
    ChangeDecision,

    /// <summary>内部分办: the unit says which of its offices and persons does the work; nothing else changes.</summary>
    Divide,

    /// <summary>结转下年, with the authority named: a later plan goes on with the task, and this run of it ends as it is.</summary>
    CarryOver,

    /// <summary>职能划转: a reform hands the run to another unit, which signs for it anew; lateness up to then stays with the one before.</summary>
    Transfer,

    /// <summary>并入: the same, where the other unit has a run of its own on the task; this one ends in it.</summary>
    Merge,

    /// <summary>承接: the run of the other unit, into which one was merged.</summary>
    TakeOver,

    /// <summary>确认仍在坚持: what a report on an ongoing task says.</summary>
    ConfirmOngoing,

    /// <summary>完成节点: the unit says that a milestone is reached, and on which day.</summary>
    ReachMilestone,

    /// <summary>撤回节点完成, with a reason.</summary>
    TakeBackMilestone,
}
