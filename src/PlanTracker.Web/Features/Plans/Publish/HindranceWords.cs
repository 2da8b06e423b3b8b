using Microsoft.Extensions.Localization;

namespace PlanTracker.Web.Features.Plans.Publish;

internal static class HindranceWords
{
    public static string Sentence(IStringLocalizer<Words> words, Hindrance hindrance) => hindrance.Kind switch
    {
        HindranceKind.NoTitle => words["计划没有名称，请填写。"],
        HindranceKind.NoPeriod => words["计划年度没有填写，时限无法确定。"],
        HindranceKind.NoTasks => words["没有任务可以交办。"],
        HindranceKind.UnknownUnit => words["“{0}”不在单位名录中（{1} 项任务），请关联或新增。", hindrance.Words, hindrance.Tasks],
        HindranceKind.UnknownGroup => words["“{0}”没有对应的单位组（{1} 项任务），请关联或新建。", hindrance.Words, hindrance.Tasks],
        HindranceKind.EmptyGroup => words["单位组“{0}”没有成员，请先在单位名录中添加。", hindrance.Words],
        HindranceKind.UncertainPair => words["“{0}”与原任务的对应关系没有确认，请在对照页面确认。", hindrance.Words],
        _ => throw new ArgumentOutOfRangeException(nameof(hindrance)),
    };
}
