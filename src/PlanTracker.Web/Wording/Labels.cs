using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;

namespace PlanTracker.Web.Wording;

/// <summary>The names of the field's values, in the reader's language; rules.md is where they come from.</summary>
public sealed class Labels(IStringLocalizer<Words> words)
{
    public string this[OccurrenceState state] => words[state switch
    {
        OccurrenceState.Pending => "待签收",
        OccurrenceState.InProgress => "办理中",
        OccurrenceState.UnitReview => "单位审签",
        OccurrenceState.FirstReview => "初审",
        OccurrenceState.LeaderApproval => "领导审定",
        OccurrenceState.Closed => "已销号",
        OccurrenceState.Refused => "申请调整责任单位",
        OccurrenceState.Returned => "退回重办",
        OccurrenceState.Suspended => "中止",
        OccurrenceState.Cancelled => "终止",
        OccurrenceState.CarriedOver => "结转下年",
        OccurrenceState.Reopened => "重新办理",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    }];

    public string this[Channel channel] => words[channel switch
    {
        Channel.InApp => "系统内",
        Channel.Mail => "邮件",
        Channel.Sms => "短信",
        Channel.WeCom => "企业微信群机器人",
        Channel.DingTalk => "钉钉群机器人",
        Channel.Feishu => "飞书群机器人",
        Channel.Webhook => "通用接口（Webhook）",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    }];

    public string this[PassageState state] => words[state switch
    {
        PassageState.Open => "待处理",
        PassageState.Taken => "已带入",
        PassageState.SetAside => "不采用",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    }];

    public string this[Role role] => words[role switch
    {
        Role.Lead => "牵头",
        Role.Responsible => "责任",
        Role.Cooperating => "配合",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    }];

    public string this[PlanKind kind] => words[kind switch
    {
        PlanKind.ImplementationPlan => "实施方案",
        PlanKind.KeyPoints => "工作要点",
        PlanKind.Breakdown => "任务分解表",
        PlanKind.Rectification => "整改清单",
        PlanKind.NextSteps => "下步打算",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }];

    public string this[Function function] => words[function switch
    {
        Function.Coordinator => "统筹管理员",
        Function.UnitReporter => "部门经办",
        Function.UnitHead => "部门负责人",
        Function.Leader => "领导",
        Function.SystemAdministrator => "系统管理员",
        Function.SecurityAdministrator => "安全管理员",
        Function.AuditAdministrator => "审计管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    }];

    public string this[OrgUnitKind kind] => words[kind switch
    {
        OrgUnitKind.GovernmentDepartment => "政府部门",
        OrgUnitKind.PartyOrgan => "党委机构",
        OrgUnitKind.PeoplesCongress => "人大",
        OrgUnitKind.Cppcc => "政协",
        OrgUnitKind.Judiciary => "法院检察院",
        OrgUnitKind.VerticallyManaged => "垂直管理",
        OrgUnitKind.Town => "乡镇",
        OrgUnitKind.Enterprise => "企业",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }];

    public string this[JurisdictionLevel level] => words[level switch
    {
        JurisdictionLevel.Province => "省",
        JurisdictionLevel.City => "市",
        JurisdictionLevel.County => "县",
        JurisdictionLevel.Town => "镇",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    }];

    public string this[EntrySource source] => words[source switch
    {
        EntrySource.Own => "本单位填报",
        EntrySource.Paper => "纸质材料代录",
        EntrySource.Telephone => "电话代录",
        EntrySource.Chat => "工作群代录",
        EntrySource.Spreadsheet => "表格报回",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    }];

    public string this[RoundCell cell] => words[cell switch
    {
        RoundCell.NotAsked => "无须填报",
        RoundCell.NotReported => "未报",
        RoundCell.Reported => "已报",
        RoundCell.NothingNew => "无新进展",
        RoundCell.Late => "迟报",
        RoundCell.Returned => "已退回",
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    }];

    public string this[Measure measure] => words[measure switch
    {
        Measure.DueCompletion => "到期办结率",
        Measure.TotalCompletion => "总体办结率",
        Measure.OnTime => "按期办结率",
        Measure.OverdueNow => "逾期未办结",
        Measure.AverageDaysLate => "平均逾期天数",
        Measure.AwaitingReview => "待审核",
        Measure.Unsigned => "未签收",
        Measure.Silent => "长期未填报",
        Measure.Extended => "已延期",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    }];

    public string this[UrgeWay way] => words[way switch
    {
        UrgeWay.Message => "系统消息",
        UrgeWay.Telephone => "电话",
        UrgeWay.WorkGroup => "工作群",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    }];

    public string this[Step step] => words[step switch
    {
        Step.Publish => "交办",
        Step.Sign => "签收",
        Step.RefuseAsNotOurs => "申请调整责任单位",
        Step.Reassign => "改派",
        Step.UpholdAssignment => "维持原责任单位",
        Step.Report => "填报进展",
        Step.RequestCompletion => "申请办结",
        Step.WithdrawCompletion => "撤回办结申请",
        Step.HeadApprove => "单位审签通过",
        Step.Accept => "初审通过",
        Step.Approve => "领导审定通过",
        Step.Return => "退回重办",
        Step.RequestExtension => "申请延期",
        Step.ApproveExtension => "同意延期",
        Step.RefuseExtension => "不同意延期",
        Step.RequestSuspension => "申请中止",
        Step.Suspend => "中止办理",
        Step.Resume => "恢复办理",
        Step.Cancel => "终止办理",
        Step.CarryOver => "结转下年",
        Step.Reopen => "重新办理",
        Step.Urge => "催办",
        Step.Instruct => "批示",
        Step.ConfirmDeadline => "确认时限",
        Step.Amend => "修订调整",
        Step.Transfer => "职能划转",
        Step.Merge => "并入承接单位",
        Step.TakeOver => "承接职责",
        Step.RaiseObjection => "提出异议",
        Step.UpholdDecision => "维持原决定",
        Step.ChangeDecision => "改变原决定",
        Step.Divide => "内部分办",
        Step.ConfirmOngoing => "确认仍在坚持",
        Step.ReachMilestone => "完成节点",
        Step.TakeBackMilestone => "撤回节点完成",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    }];

    public string this[ChangeKind kind] => words[kind switch
    {
        ChangeKind.Unchanged => "未变",
        ChangeKind.Renumbered => "编号调整",
        ChangeKind.Moved => "位置调整",
        ChangeKind.Changed => "内容变更",
        ChangeKind.Added => "新增",
        ChangeKind.Withdrawn => "撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }];

    public string this[TaskFilter filter] => words[filter switch
    {
        TaskFilter.All => "全部任务",
        TaskFilter.Counted => "计入办结率",
        TaskFilter.Closed => "已办结",
        TaskFilter.Due => "已到期",
        TaskFilter.DueClosed => "到期已办结",
        TaskFilter.DueClosedOnTime => "到期且按期办结",
        TaskFilter.DueOpen => "到期未办结",
        TaskFilter.Overdue => "逾期未办结",
        TaskFilter.DueSoon => "近日到期",
        TaskFilter.AwaitingReview => "待审核",
        TaskFilter.Unsigned => "未签收",
        TaskFilter.UnsignedLong => "满三个工作日未签收",
        TaskFilter.Silent => "满三十天未填报",
        TaskFilter.AtWork => "待办、在办",
        TaskFilter.ClosedLate => "逾期办结",
        TaskFilter.Extended => "已延期",
        TaskFilter.Ongoing => "长期坚持",
        TaskFilter.Unconfirmed => "时限未确认",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    }];

    public string this[ImportState state] => words[state switch
    {
        ImportState.InReview => "待校核",
        ImportState.Published => "已交办",
        ImportState.Discarded => "已作废",
        ImportState.Unreadable => "无法读取",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    }];

    public string this[DocumentKind kind] => words[kind switch
    {
        DocumentKind.Plan => "实施方案",
        DocumentKind.KeyPoints => "工作要点",
        DocumentKind.Breakdown => "任务分解表",
        DocumentKind.Report => "工作报告",
        DocumentKind.Notice => "通知",
        DocumentKind.Other => "其他文件",
        DocumentKind.Unreadable => "无法读取",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }];

    public string this[Recurrence recurrence] => words[recurrence switch
    {
        Recurrence.Yearly => "每年",
        Recurrence.HalfYearly => "每半年",
        Recurrence.Quarterly => "每季度",
        Recurrence.Monthly => "每月",
        Recurrence.Weekly => "每周",
        Recurrence.Daily => "每日",
        _ => throw new ArgumentOutOfRangeException(nameof(recurrence)),
    }];

    public string this[ReportingCycle cycle] => words[cycle switch
    {
        ReportingCycle.Monthly => "每月",
        ReportingCycle.Quarterly => "每季度",
        ReportingCycle.HalfYearly => "每半年",
        ReportingCycle.OnCall => "按需调度",
        _ => throw new ArgumentOutOfRangeException(nameof(cycle)),
    }];

    public string this[Sharing sharing] => words[sharing switch
    {
        Sharing.Joint => "牵头负责",
        Sharing.Each => "分头落实",
        _ => throw new ArgumentOutOfRangeException(nameof(sharing)),
    }];

    public string this[LightColour colour] => words[colour switch
    {
        LightColour.Red => "▲ 红",
        LightColour.Yellow => "◆ 黄",
        LightColour.Green => "● 绿",
        LightColour.Blue => "✓ 按期办结",
        LightColour.ClosedLate => "✓ 逾期办结",
        LightColour.Grey => "○ 不亮灯",
        _ => throw new ArgumentOutOfRangeException(nameof(colour)),
    }];

    public string this[AnswerState state] => words[state switch
    {
        AnswerState.Waiting => "待答复",
        AnswerState.Answered => "已答复",
        AnswerState.Returned => "退回重答",
        AnswerState.Settled => "已了结",
        AnswerState.Climbed => "已升级",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    }];

    public string this[OrderColour colour] => words[colour switch
    {
        OrderColour.Blue => "蓝色督办",
        OrderColour.Yellow => "黄色督办",
        OrderColour.Red => "红色督办",
        _ => throw new ArgumentOutOfRangeException(nameof(colour)),
    }];
}
