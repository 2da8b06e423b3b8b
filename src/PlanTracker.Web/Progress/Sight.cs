using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>Which tasks somebody may read: a coordinator those of his jurisdiction, a leader those of his and below, a unit those on which it stands or stood.</summary>
public sealed class Sight(PlanTrackerDbContext db, Actor actor)
{
    public async Task<IQueryable<PlanTask>> Tasks(CancellationToken cancellation)
    {
        if (actor.IsSystem)
            return db.PlanTasks.AsNoTracking();
        List<Guid> places = [.. actor.Held.Where(x => x.Function == Function.Coordinator).Select(x => x.JurisdictionId)];
        foreach (var path in actor.Held.Where(x => x.Function == Function.Leader).Select(x => x.JurisdictionPath))
            places.AddRange(await db.Jurisdictions.Where(x => x.Path.StartsWith(path)).Select(x => x.Id).ToListAsync(cancellation));
        var units = actor.UnitIds;
        return db.PlanTasks.AsNoTracking().Where(x => places.Contains(x.JurisdictionId)
            || x.Assignments.Any(a => units.Contains(a.OrgUnitId) || a.Occurrences.Any(o => units.Contains(o.OrgUnitId)))
            || db.TransferItems.Any(i => i.PlanTaskId == x.Id && units.Contains(i.FromUnitId)));
    }

    /// <summary>Functions in which the actor meets an occurrence of this unit and jurisdiction.</summary>
    public IReadOnlyList<Function> FunctionsFor(Guid orgUnitId, Guid jurisdictionId) =>
        [.. actor.Held.Where(x => x.Function switch
        {
            Function.UnitReporter or Function.UnitHead => x.OrgUnitId == orgUnitId,
            Function.Coordinator or Function.Leader => x.JurisdictionId == jurisdictionId,
            _ => false,
        }).Select(x => x.Function).Distinct()];
}
