using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data;

/// <summary>The register of a jurisdiction: its own units, and those of the towns directly below it, which its documents name too.</summary>
public static class UnitRegister
{
    extension(IQueryable<OrgUnit> units)
    {
        public IQueryable<OrgUnit> OfRegister(Guid jurisdictionId) => units.Where(x =>
            x.JurisdictionId == jurisdictionId || (x.Jurisdiction.ParentId == jurisdictionId && x.Jurisdiction.Level == JurisdictionLevel.Town));
    }

    extension(IQueryable<Jurisdiction> places)
    {
        /// <summary>The places whose units stand in the register: the jurisdiction itself and the towns directly below it.</summary>
        public IQueryable<Jurisdiction> OfRegister(Guid jurisdictionId) => places.Where(x =>
            x.Id == jurisdictionId || (x.ParentId == jurisdictionId && x.Level == JurisdictionLevel.Town));
    }

    extension(Jurisdiction place)
    {
        /// <summary>In whose register the units of this place stand: a town's in that of the place above.</summary>
        public Guid RegisterId => place.Level == JurisdictionLevel.Town && place.ParentId is { } parent ? parent : place.Id;
    }
}
