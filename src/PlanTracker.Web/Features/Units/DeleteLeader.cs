using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Removes a supervising leader; the units supervised then have none.</summary>
public static class DeleteLeader
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.SupervisingLeaders.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken) is not { } leader)
                return RefusalKind.NotFound;
            if (!actor.Coordinates(leader.JurisdictionId))
                return RefusalKind.NotAllowed;
            db.Remove(leader);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
