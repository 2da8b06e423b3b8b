using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Features.Plans.Publish;

internal static class PublishStore
{
    /// <summary>The units of each group of a jurisdiction that take new tasks, in protocol order.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> GroupMembers(
        this PlanTrackerDbContext db, Guid jurisdictionId, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.UnitGroupMembers.AsNoTracking()
            .Where(x => x.UnitGroup.JurisdictionId == jurisdictionId && (x.OrgUnit.EndedOn == null || x.OrgUnit.EndedOn > today))
            .OrderBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name)
            .Select(x => new { x.UnitGroupId, x.OrgUnitId }).ToListAsync(cancellation);
        return rows.GroupBy(x => x.UnitGroupId).ToDictionary(x => x.Key, x => (IReadOnlyList<Guid>)[.. x.Select(y => y.OrgUnitId)]);
    }
}
