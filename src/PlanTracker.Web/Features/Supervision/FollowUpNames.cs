using Microsoft.Extensions.Localization;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision;

/// <summary>What the sieves are called.</summary>
public sealed class FollowUpNames(IStringLocalizer<Words> words)
{
    public string this[FollowUpFilter filter] => words[filter switch
    {
        FollowUpFilter.Open => "未了结",
        FollowUpFilter.WithUnit => "待单位答复",
        FollowUpFilter.Late => "逾期未答复",
        FollowUpFilter.ToCheck => "已答复待审核",
        FollowUpFilter.Recent => "30 天内了结",
        FollowUpFilter.Over => "已了结",
        _ => "全部",
    }];
}
