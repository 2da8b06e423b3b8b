using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Removes an outlet with its address and secret. What it was told stays in the ledger under its name; what waits for it is withdrawn.</summary>
public static class RemoveOutlet
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var outlet = await db.Outlets.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (outlet is null || !actor.KeepsChannels(outlet.JurisdictionId))
                return RefusalKind.NotFound;
            db.Outlets.Remove(outlet);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
