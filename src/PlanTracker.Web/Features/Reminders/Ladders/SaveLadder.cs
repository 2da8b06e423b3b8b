using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Sets when a plan reminds, or when the plans of a place do that have no ladder of their own; or takes that back. What is planned and has not gone
/// out is measured by the new one when its time comes.</summary>
public static class SaveLadder
{
    /// <param name="PlanId">Null for the place's.</param>
    /// <param name="Ladder">Null to go by the place's again, or by the usual one.</param>
    /// <param name="Version">Of the plan, or of the place, as it was read.</param>
    public sealed record Command(Guid? PlanId, Guid JurisdictionId, Ladder? Ladder, int Version) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.SingleOrDefaultAsync(x => x.Id == request.PlanId, cancellationToken);
            if (request.PlanId is not null && plan is null)
                return RefusalKind.NotFound;
            if (!actor.Coordinates(plan?.JurisdictionId ?? request.JurisdictionId))
                return plan is null ? RefusalKind.NotAllowed : RefusalKind.NotFound;
            if (request.Ladder is { } ladder && LadderRefusal.Checked(ladder).Refusal is { } refusal)
                return refusal;
            if (plan is not null)
            {
                plan.Ladder = request.Ladder;
                db.Entry(plan).Property(x => x.Version).OriginalValue = request.Version;
            }
            else
            {
                var place = await db.Jurisdictions.SingleAsync(x => x.Id == request.JurisdictionId, cancellationToken);
                place.Ladder = request.Ladder;
                db.Entry(place).Property(x => x.Version).OriginalValue = request.Version;
            }

            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
