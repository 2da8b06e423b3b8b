using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Wording;

/// <summary>What stands beside the colour of a light: a word or two, and the sentence that explains it.</summary>
public sealed class LightSentences(IStringLocalizer<Words> words)
{
    /// <summary>For the mark itself.</summary>
    public string Short(Light light) => words[light.Reason.Kind switch
    {
        LightReasonKind.NotBegun => "未开始",
        LightReasonKind.Ongoing => "长期推进",
        LightReasonKind.OngoingUnconfirmed => "长期推进，上期未确认",
        LightReasonKind.MilestoneMissed => "节点逾期",
        LightReasonKind.Suspended => "中止",
        LightReasonKind.Cancelled => "终止",
        LightReasonKind.CarriedOver => "结转下年",
        LightReasonKind.InTime => "时限内",
        LightReasonKind.DueWithinWorkdays when light.Reason.Number == 0 => "今日到期",
        LightReasonKind.DueWithinWorkdays => "剩 {0} 个工作日",
        LightReasonKind.DueWithinDays when light.Reason.Number == 0 => "今日到期",
        LightReasonKind.DueWithinDays => "剩 {0} 天",
        LightReasonKind.NoReportInLastRound => "上期未报",
        LightReasonKind.Overdue => "逾期 {0} 天",
        LightReasonKind.OverdueSinceTakenOver => "承接后逾期 {0} 天",
        LightReasonKind.UnconfirmedDeadlinePassed => "时限待确认",
        LightReasonKind.AwaitingReview => "待审核",
        LightReasonKind.AwaitingReviewLate => "待审核（迟 {0} 天）",
        LightReasonKind.ClosedOnTime => "按期办结",
        LightReasonKind.ClosedLate => "迟 {0} 天办结",
        LightReasonKind.ExtendedLate => "延期晚提 {0} 天",
        LightReasonKind.OnPace => "进度正常",
        LightReasonKind.BehindPace => "落后 {0} 个百分点",
        LightReasonKind.FarBehindPace => "落后 {0} 个百分点",
        LightReasonKind.NotStarted => "{0} 个月未启动",
        LightReasonKind.CaughtUp => "刚赶上进度",
        _ => throw new ArgumentOutOfRangeException(nameof(light)),
    }, light.Reason.Number];

    /// <summary>The name of the colour alone, where its mark is drawn beside it.</summary>
    public string Name(LightColour colour) => words[colour switch
    {
        LightColour.Red => "红",
        LightColour.Yellow => "黄",
        LightColour.Green => "绿",
        LightColour.Blue => "按期办结",
        LightColour.ClosedLate => "逾期办结",
        LightColour.Grey => "不亮灯",
        _ => throw new ArgumentOutOfRangeException(nameof(colour)),
    }];

    /// <summary>The whole reason, with its day.</summary>
    public string Sentence(Light light) => words[light.Reason.Kind switch
    {
        LightReasonKind.NotBegun => "{1} 起办理，尚未开始。",
        LightReasonKind.Ongoing => "长期坚持的任务，不设完成时限，每期确认一次。",
        LightReasonKind.OngoingUnconfirmed => "长期坚持的任务，上一填报期没有确认仍在坚持。",
        LightReasonKind.MilestoneMissed => "{1} 的时间节点已过 {0} 天，没有报告完成。",
        LightReasonKind.Suspended => "已中止办理，不计时限。",
        LightReasonKind.Cancelled => "已终止办理。",
        LightReasonKind.CarriedOver => "{1} 结转下年计划继续办理，本计划内按未办结统计。",
        LightReasonKind.InTime => "{1} 到期，还有 {0} 天。",
        LightReasonKind.DueWithinWorkdays => "{1} 到期，还有 {0} 个工作日。",
        LightReasonKind.DueWithinDays => "{1} 到期，还有 {0} 天。",
        LightReasonKind.NoReportInLastRound => "上一填报期没有报送进展。",
        LightReasonKind.Overdue => "应于 {1} 完成，已逾期 {0} 天。",
        LightReasonKind.OverdueSinceTakenOver => "应于 {1} 完成，原单位未完成；职能划转后已逾期 {0} 天，此前的逾期计入原单位。",
        LightReasonKind.UnconfirmedDeadlinePassed => "推定时限 {1} 已过 {0} 天；该时限尚未确认，不计逾期。",
        LightReasonKind.AwaitingReview => "{1} 已申请办结，等待审核，期间不催办。",
        LightReasonKind.AwaitingReviewLate => "{1} 已申请办结，等待审核；申请时已逾期 {0} 天。",
        LightReasonKind.ClosedOnTime => "{1} 按期办结。",
        LightReasonKind.ClosedLate => "{1} 办结，比时限晚 {0} 天。",
        LightReasonKind.ExtendedLate => "{1} 办结，在延期后的时限内；延期申请在到期 {0} 天后才提出，按逾期办结计。",
        LightReasonKind.OnPace => "与时序进度相差 {0} 个百分点，在允许范围内。",
        LightReasonKind.BehindPace => "比时序进度落后 {0} 个百分点。",
        LightReasonKind.FarBehindPace => "比时序进度落后 {0} 个百分点，须加快推进。",
        LightReasonKind.NotStarted => "{1} 交办，已满 {0} 个月没有启动。",
        LightReasonKind.CaughtUp => "{1} 前进度曾严重落后，现已赶上，观察一个月。",
        _ => throw new ArgumentOutOfRangeException(nameof(light)),
    }, light.Reason.Number, Day(light.Reason.Day)];

    /// <summary>Of app.css.</summary>
    public static string StyleOf(LightColour colour) => colour switch
    {
        LightColour.Red => "light-red",
        LightColour.Yellow => "light-yellow",
        LightColour.Green => "light-green",
        LightColour.Blue => "light-blue",
        LightColour.ClosedLate => "light-late",
        _ => "light-grey",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
