using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Who works with a report: the office of its jurisdiction, and the unit whose report it is.</summary>
internal static class MaterialSight
{
    public static bool Opens(this Actor actor, ReportMaterial material) => actor.Opens(material.JurisdictionId, material.OrgUnitId);

    public static bool Opens(this Actor actor, Guid jurisdictionId, Guid? orgUnitId) =>
        actor.Coordinates(jurisdictionId) || (orgUnitId is { } unit && actor.IsOfUnit(unit));

    public static IQueryable<ReportMaterial> SeenBy(this IQueryable<ReportMaterial> materials, Actor actor)
    {
        var (places, units) = (actor.CoordinatedIds, actor.UnitIds);
        return materials.Where(x => places.Contains(x.JurisdictionId) || (x.OrgUnitId != null && units.Contains(x.OrgUnitId.Value)));
    }
}
