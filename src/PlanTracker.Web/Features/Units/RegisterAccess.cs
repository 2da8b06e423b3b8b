using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Who may read and who may change a register: the coordinator of its jurisdiction changes it, leaders of it and above read it.</summary>
public static class RegisterAccess
{
    extension(Actor actor)
    {
        public bool Reads(Jurisdiction register) => actor.Oversees(register.Path);

        /// <summary>The register asked for, or the actor's own; null where he may read none.</summary>
        public async Task<Jurisdiction?> RegisterIn(PlanTrackerDbContext db, Guid? asked, CancellationToken cancellation)
        {
            var wanted = asked ?? actor.HomeId;
            if (await db.Jurisdictions.AsNoTracking().SingleOrDefaultAsync(x => x.Id == wanted, cancellation) is not { } place)
                return null;
            return actor.Reads(place) ? place : null;
        }
    }
}
