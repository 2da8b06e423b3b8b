using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>To which places and plans the numbers may be narrowed.</summary>
public static class ListChoices
{
    public sealed record Query : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Choice> Places, IReadOnlyList<PlanChoice> Plans);

    public sealed record Choice(Guid Id, string Name);

    public sealed record PlanChoice(Guid Id, string Title, Guid PlaceId, string Place);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        /// <summary>More than this nobody picks from a list.</summary>
        private const int MostPlans = 200;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var plans = await db.PlacesReadBy(actor)
                .SelectMany(place => db.Plans.Where(plan => plan.JurisdictionId == place.Id), (place, plan) => new { place.Path, Place = place.Name, plan.Id, plan.Title, plan.JurisdictionId, plan.PublishedOn })
                .OrderByDescending(x => x.PublishedOn).ThenBy(x => x.Title)
                .Take(MostPlans)
                .AsNoTracking().ToListAsync(cancellationToken);
            return new Result(
                [.. plans.OrderBy(x => x.Path, StringComparer.Ordinal).Select(x => new Choice(x.JurisdictionId, x.Place)).Distinct()],
                [.. plans.Select(x => new PlanChoice(x.Id, x.Title, x.JurisdictionId, x.Place))]);
        }
    }
}
