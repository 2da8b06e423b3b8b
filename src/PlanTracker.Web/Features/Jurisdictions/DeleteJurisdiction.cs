using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jurisdictions;

/// <summary>Removes a place in which nothing stands: no place below, no unit, no draft or plan, nobody with a role.</summary>
public static class DeleteJurisdiction
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem && !actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            if (await db.Jurisdictions.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken) is not { } place)
                return RefusalKind.NotFound;
            var uses = await db.Jurisdictions.CountAsync(x => x.ParentId == place.Id, cancellationToken)
                + await db.OrgUnits.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken)
                + await db.Plans.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken)
                + await db.ImportDrafts.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken)
                + await db.UnitGroups.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken)
                + await db.SupervisingLeaders.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken)
                + await db.Memberships.CountAsync(x => x.JurisdictionId == place.Id, cancellationToken);
            if (uses > 0)
                return new Refusal(RefusalKind.InUse, place.Name, uses.ToString(CultureInfo.InvariantCulture));
            db.Remove(place);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
