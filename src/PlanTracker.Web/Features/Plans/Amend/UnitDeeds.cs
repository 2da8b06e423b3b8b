using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>What an amendment brings one unit on one task, the strongest word that fits.</summary>
public enum UnitDeedKind
{
    /// <summary>新增</summary>
    Added,

    /// <summary>不再承担</summary>
    Ended,

    /// <summary>时限调整</summary>
    DeadlineMoved,

    /// <summary>角色调整</summary>
    RoleChanged,

    /// <summary>内容变更</summary>
    Changed,
}

/// <param name="DueBefore">Of the run that goes on; null where none was due on a day.</param>
/// <param name="KeepsExtension">An approved extension stays in force.</param>
/// <param name="IsOver">All is closed already: nothing is asked of the unit anew.</param>
internal sealed record UnitDeed(
    Guid OrgUnitId, UnitDeedKind Kind, TaskDeed Task, DateOnly? DueBefore = null, DateOnly? DueNow = null, bool KeepsExtension = false, bool IsOver = false)
{
    /// <summary>All that units will notice, and nothing of what only moves a number.</summary>
    public static IReadOnlyList<UnitDeed> Of(IReadOnlyList<TaskDeed> deeds, PlanPeriod period, DateOnly today) =>
        [.. deeds.Where(x => x.IsAccepted).SelectMany(deed => deed.Parts.Select(part => Of(deed, part, period, today)).OfType<UnitDeed>())];

    private static UnitDeed? Of(TaskDeed deed, PartDeed part, PlanPeriod period, DateOnly today)
    {
        var (running, unit) = (part.Running, part.OrgUnitId);
        switch (part.Kind)
        {
            case PartDeedKind.Added:
                return new UnitDeed(unit, UnitDeedKind.Added, deed, DueNow: part.Opens.FirstOrDefault()?.DueOn);
            case PartDeedKind.Ended:
                return running is null ? null : new UnitDeed(unit, UnitDeedKind.Ended, deed, running.DueOn);
            default:
                var moved = running is null ? null : deed.DeadlineOf(running, period, today);
                if (moved is not null)
                    return new UnitDeed(unit, UnitDeedKind.DeadlineMoved, deed, running!.DueOn, moved.DueOn, moved.IsExtended && moved.DueOn == running.DueOn);
                if (part.Opens is [{ } opened, ..])
                    return new UnitDeed(unit, part.Kind == PartDeedKind.RoleChanged ? UnitDeedKind.RoleChanged : UnitDeedKind.Added, deed, DueNow: opened.DueOn);
                if (part.Kind == PartDeedKind.RoleChanged)
                    return new UnitDeed(unit, UnitDeedKind.RoleChanged, deed, running?.DueOn, running?.DueOn, IsOver: running is null);
                return deed.Change.Kind == ChangeKind.Changed
                    ? new UnitDeed(unit, UnitDeedKind.Changed, deed, running?.DueOn, running?.DueOn, IsExtended(running), running is null)
                    : null;
        }
    }

    private static bool IsExtended(Occurrence? run) => run is not null && run.DeadlineConfirmed && run.DueOn > run.OriginalDueOn;
}
