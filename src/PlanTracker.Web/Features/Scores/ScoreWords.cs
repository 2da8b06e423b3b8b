using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Scores;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Scores;

/// <summary>Says what a point is for.</summary>
public sealed class ScoreWords(IStringLocalizer<Words> words)
{
    public string this[ScoreGround ground] => words[ground switch
    {
        ScoreGround.ClosedOnTime => "按期办结",
        ScoreGround.ClosedLate => "逾期办结",
        ScoreGround.OverdueWeek => "逾期未办结",
        ScoreGround.Returned => "办结申请被退回",
        ScoreGround.ReportMissing => "缺报",
        ScoreGround.RoundLate => "迟报",
        ScoreGround.ExtensionLate => "延期申请晚提",
        ScoreGround.InstructionUnanswered => "批示逾期未答复",
        ScoreGround.OrderIssued => "被下发督办单",
        ScoreGround.Praised => "表扬",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    }];

    /// <summary>When exactly a rule applies.</summary>
    public string Condition(ScoreGround ground) => words[ground switch
    {
        ScoreGround.ClosedOnTime => "每办结一项，且不晚于时限",
        ScoreGround.ClosedLate => "每办结一项，但晚于时限，或延期申请晚于时限提出",
        ScoreGround.OverdueWeek => "逾期每开始一周；待审核期间不计",
        ScoreGround.Returned => "统筹单位或领导每退回一次；异议成立的不计",
        ScoreGround.ReportMissing => "每有一期截止时仍缺报，一期计一次",
        ScoreGround.RoundLate => "每有一期在截止后才填报，一期计一次",
        ScoreGround.ExtensionLate => "每有一次在时限过后才申请延期",
        ScoreGround.InstructionUnanswered => "每有一件批示到期没有答复",
        ScoreGround.OrderIssued => "每被下发一份督办单",
        ScoreGround.Praised => "统筹单位每登记一次表扬，须写明事由",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    }];

    /// <summary>The sentence beside a point.</summary>
    public string Sentence(ScoredPoint point) => words[point.Ground switch
    {
        ScoreGround.ClosedOnTime => "时限 {1}，按期办结。",
        ScoreGround.ClosedLate => "时限 {1}，比时限晚 {0} 天办结或申请延期。",
        ScoreGround.OverdueWeek => "时限 {1} 已过，进入逾期第 {0} 周。",
        ScoreGround.Returned => "办结申请被退回：{2}",
        ScoreGround.ReportMissing => "“{2}”{1} 截止，缺报 {0} 项。",
        ScoreGround.RoundLate => "“{2}”{1} 截止，{0} 项在截止后才填报。",
        ScoreGround.ExtensionLate => "时限 {1} 过后 {0} 天才申请延期。",
        ScoreGround.InstructionUnanswered => "{2} 的批示应于 {1} 前答复，到期没有答复。",
        ScoreGround.OrderIssued => "被下发{2}。",
        ScoreGround.Praised => "表扬：{2}",
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    }, point.Number, point.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", point.Words];

    /// <summary>With its sign.</summary>
    public static string Points(decimal points) => points == 0 ? "0" : points.ToString("+0.##;−0.##", CultureInfo.InvariantCulture);

    public static string Total(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
