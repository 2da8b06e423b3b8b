using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What a digest tells of a task; in the order in which they are named: what is worst first.</summary>
public enum Matter
{
    Overdue,
    OnTheDay,
    MilestoneOverdue,
    Before,
    Milestone,
    MissingReport,
    Unsigned,
    Published,
}

/// <summary>The tasks of a digest, counted by matter. All that leaves the system is made of these.</summary>
/// <param name="Rungs">The most urgent rung of each task.</param>
public sealed record DigestCounts(IReadOnlyCollection<Rung> Rungs, int Units = 1)
{
    public int Tasks => Rungs.Count;

    public IReadOnlyList<(Matter Matter, int Tasks)> ByMatter => [.. Rungs.GroupBy(MatterOf).OrderBy(x => x.Key).Select(x => (x.Key, x.Count()))];

    /// <summary>"逾期 1 项", "即将到期 2 项".</summary>
    public IReadOnlyList<string> Phrases(IStringLocalizer<Words> words) =>
        [.. ByMatter.Select(x => words["{0} {1} 项", Name(x.Matter, words), x.Tasks.ToString(CultureInfo.InvariantCulture)].Value)];

    private static Matter MatterOf(Rung rung) => rung.Kind switch
    {
        RungKind.Overdue or RungKind.HeadOverdue or RungKind.LeaderProposal => Matter.Overdue,
        RungKind.OnTheDay => Matter.OnTheDay,
        RungKind.Before => Matter.Before,
        RungKind.MilestoneOverdue => Matter.MilestoneOverdue,
        RungKind.MilestoneBefore => Matter.Milestone,
        RungKind.MissingReport => Matter.MissingReport,
        RungKind.Unsigned => Matter.Unsigned,
        RungKind.Published => Matter.Published,
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };

    private static string Name(Matter matter, IStringLocalizer<Words> words) => matter switch
    {
        Matter.Overdue => words["逾期"],
        Matter.OnTheDay => words["今日到期"],
        Matter.Before => words["即将到期"],
        Matter.MilestoneOverdue => words["节点逾期"],
        Matter.Milestone => words["节点临近"],
        Matter.MissingReport => words["进展待填报"],
        Matter.Unsigned => words["待签收"],
        _ => words["新交办"],
    };
}
