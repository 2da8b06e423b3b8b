using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Units.Transfer;

/// <summary>The parts of some units in the plans of one place, and what becomes of each when another unit takes over. Preview and deed work it out alike.</summary>
internal sealed class TransferPlan
{
    private TransferPlan(IReadOnlyDictionary<Guid, Assignment> assignments, IReadOnlyList<PartFate> fates) => (Assignments, Fates) = (assignments, fates);

    /// <summary>Those given up and those of the unit that takes over, with their tasks, units and runs.</summary>
    public IReadOnlyDictionary<Guid, Assignment> Assignments { get; }

    public IReadOnlyList<PartFate> Fates { get; }

    /// <param name="toId">Null: a unit that is not registered yet and stands on nothing.</param>
    /// <param name="chosen">Only these parts; null: all.</param>
    public static async Task<TransferPlan> Lay(
        PlanTrackerDbContext db, Guid jurisdictionId, IReadOnlyList<Guid> fromIds, Guid? toId, IReadOnlyList<Guid>? chosen, CancellationToken cancellation)
    {
        var all = await db.Assignments.AsSplitQuery().Include(x => x.OrgUnit).Include(x => x.PlanTask).ThenInclude(x => x.Plan).Include(x => x.Occurrences)
            .Where(x => x.JurisdictionId == jurisdictionId && (fromIds.Contains(x.OrgUnitId) || x.OrgUnitId == toId)).ToListAsync(cancellation);
        var given = all.Where(x => fromIds.Contains(x.OrgUnitId) && (chosen is null || chosen.Contains(x.Id)))
            .OrderBy(x => x.PlanTask.Plan.PublishedOn).ThenBy(x => x.PlanTask.PlanId).ThenBy(x => x.PlanTask.Position).ThenBy(x => x.OrgUnit.Position);
        return new TransferPlan(all.ToDictionary(x => x.Id), FatesOf(given, all.Where(x => x.OrgUnitId == toId)));
    }

    private static IReadOnlyList<PartFate> FatesOf(IEnumerable<Assignment> given, IEnumerable<Assignment> own) =>
        TransferFates.Of(given.Select(PartOf), own.Select(PartOf));

    // What was closed under the unit stays with it, and what closed under another before it is that one's.
    private static HeldPart PartOf(Assignment x) => new(
        x.Id, x.PlanTaskId, x.OrgUnitId, x.Role, x.PlanTask.Recurrence is not null && x.PlanTask.WithdrawnOn is null && x.EndedOn is null,
        [.. x.Occurrences.Select(o => new HeldRun(o.Id, o.PeriodFrom, o.State))]);
}
