using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>Says why an order is proposed or was issued.</summary>
public sealed class GroundWords(IStringLocalizer<Words> words)
{
    public string this[OrderGround ground] => ground.Kind switch
    {
        OrderGroundKind.Overdue => words["逾期 {0} 天未办结", ground.Figure],
        OrderGroundKind.Urged => words["已催办 {0} 次", ground.Figure],
        OrderGroundKind.BehindPace => words["落后时序进度 {0} 个百分点", ground.Figure],
        OrderGroundKind.OrderOverran => words["上一督办单超过答复期限 {0} 天未销号", ground.Figure],
        _ => words["统筹单位研究决定"],
    };
}
