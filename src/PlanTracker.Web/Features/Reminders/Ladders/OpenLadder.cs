using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The ladder of a plan, or the one by which the plans of a place remind that have none of their own. For who coordinates there.</summary>
public static class OpenLadder
{
    /// <param name="PlanId">Null for a place's.</param>
    /// <param name="JurisdictionId">Null for the plan's, or for the first in which the person coordinates.</param>
    public sealed record Query(Guid? PlanId, Guid? JurisdictionId = null) : IQuery<Outcome<Result>>;

    /// <param name="Ladder">By which it reminds now.</param>
    /// <param name="IsOwn">False while it goes by the place's, or the place by the usual one.</param>
    /// <param name="Usual">By which it would remind without one of its own.</param>
    /// <param name="OwnPlans">Plans of the place that have one of their own.</param>
    public sealed record Result(
        Guid? PlanId, string PlanTitle, Guid JurisdictionId, string Place, Ladder Ladder, bool IsOwn, Ladder Usual, int Version,
        IReadOnlyList<PlanLink> OwnPlans);

    public sealed record PlanLink(Guid Id, string Title);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().Where(x => x.Id == request.PlanId)
                .Select(x => new { x.Id, x.Title, x.JurisdictionId, x.Ladder, x.Version }).SingleOrDefaultAsync(cancellationToken);
            if (plan is null && request.PlanId is not null)
                return RefusalKind.NotFound;
            var placeId = plan?.JurisdictionId ?? request.JurisdictionId ?? actor.CoordinatedIds.FirstOrDefault();
            if (!actor.Coordinates(placeId))
                return plan is null ? RefusalKind.NotAllowed : RefusalKind.NotFound;
            var place = await db.Jurisdictions.AsNoTracking().Where(x => x.Id == placeId)
                .Select(x => new { x.Name, x.Ladder, x.Version }).SingleAsync(cancellationToken);
            if (plan is not null)
            {
                var usual = place.Ladder ?? Ladder.Default;
                return new Result(plan.Id, plan.Title, placeId, place.Name, plan.Ladder ?? usual, plan.Ladder is not null, usual, plan.Version, []);
            }

            var own = await db.Plans.AsNoTracking().Where(x => x.JurisdictionId == placeId && x.Ladder != null).OrderByDescending(x => x.PublishedOn)
                .Select(x => new PlanLink(x.Id, x.Title)).ToListAsync(cancellationToken);
            return new Result(null, "", placeId, place.Name, place.Ladder ?? Ladder.Default, place.Ladder is not null, Ladder.Default, place.Version, own);
        }
    }
}
