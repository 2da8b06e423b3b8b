using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Removes a group. Tasks that were given to its members keep their units.</summary>
public static class DeleteGroup
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.UnitGroups.Include(x => x.Members).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken) is not { } group)
                return RefusalKind.NotFound;
            if (!actor.Coordinates(group.JurisdictionId))
                return RefusalKind.NotAllowed;
            db.Remove(group);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
