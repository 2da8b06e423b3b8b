using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Search;

/// <summary>Plans and units by which a list of tasks may be narrowed: those on whose tasks the reader may look.</summary>
public static class ListChoices
{
    public sealed record Query : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Choice> Plans, IReadOnlyList<Choice> Units);

    public sealed record Choice(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        /// <summary>More than this nobody picks from a list.</summary>
        private const int Most = 300;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny() && actor.UnitIds.Count == 0)
                return RefusalKind.NotAllowed;
            var (places, ownUnits) = (db.PlacesReadBy(actor).Select(x => x.Id), actor.UnitIds);
            var seen = db.Plans.Where(x => places.Contains(x.JurisdictionId)
                || db.Assignments.Any(a => a.PlanId == x.Id && ownUnits.Contains(a.OrgUnitId)));
            var plans = await seen.OrderByDescending(x => x.PublishedOn).ThenBy(x => x.Title).Take(Most)
                .Select(x => new Choice(x.Id, x.Title)).ToListAsync(cancellationToken);
            var seenIds = seen.Select(x => x.Id);
            var units = await db.OrgUnits
                .Where(x => places.Contains(x.JurisdictionId) || db.Assignments.Any(a => a.OrgUnitId == x.Id && seenIds.Contains(a.PlanId)))
                .OrderBy(x => x.Jurisdiction.Path).ThenBy(x => x.Position).ThenBy(x => x.Name).Take(Most)
                .Select(x => new Choice(x.Id, x.Name)).ToListAsync(cancellationToken);
            return new Result(plans, units);
        }
    }
}
