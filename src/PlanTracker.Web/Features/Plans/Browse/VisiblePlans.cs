using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

internal static class VisiblePlans
{
    /// <summary>The plans that somebody may read: whole jurisdictions for coordinators and leaders, for units those on which they stand.</summary>
    public static IQueryable<Plan> PlansFor(this PlanTrackerDbContext db, Actor actor)
    {
        if (actor.IsSystem)
            return db.Plans;
        var paths = actor.ReadablePaths;
        var units = actor.UnitIds;
        return db.Plans.Where(x => paths.Any(path => x.Jurisdiction.Path.StartsWith(path))
            || db.Assignments.Any(a => a.PlanId == x.Id && units.Contains(a.OrgUnitId)));
    }
}
