using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Web.Wording;

/// <summary>Why a reminder goes out, in a word or two.</summary>
public sealed class RungWords(IStringLocalizer<Words> words)
{
    public string this[Rung rung] => rung.Kind switch
    {
        RungKind.Published => words["新交办"],
        RungKind.Unsigned => words["{0} 个工作日未签收", rung.Number],
        RungKind.MilestoneBefore => rung.Number == 0 ? words["节点当日"] : words["距节点 {0} 天", rung.Number],
        RungKind.MilestoneOverdue => rung.Number == 0 ? words["节点逾期"] : words["节点逾期 {0} 天", rung.Number],
        RungKind.Before => words["距截止 {0} 天", rung.Number],
        RungKind.OnTheDay => words["当日到期"],
        RungKind.MissingReport => rung.Number == 0 ? words["填报截止日"] : words["填报已截止"],
        RungKind.Overdue when rung.Number == 0 => words["逾期"],
        RungKind.Overdue => words["逾期 {0} 天", rung.Number],
        RungKind.HeadOverdue => words["逾期 {0} 天，提醒负责人", rung.Number],
        RungKind.LeaderProposal => words["逾期 {0} 天，建议报分管领导", rung.Number],
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };

    /// <summary>The class of its mark.</summary>
    public static string Light(Rung rung) => rung.Kind switch
    {
        RungKind.Overdue or RungKind.HeadOverdue or RungKind.LeaderProposal => "light-red",
        RungKind.OnTheDay or RungKind.Unsigned or RungKind.MissingReport or RungKind.MilestoneOverdue => "light-yellow",
        RungKind.Before or RungKind.MilestoneBefore when rung.Number <= 7 => "light-yellow",
        RungKind.Before or RungKind.MilestoneBefore => "light-green",
        _ => "light-blue",
    };
}
