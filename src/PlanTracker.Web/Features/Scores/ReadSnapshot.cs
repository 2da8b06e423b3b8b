using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>What was frozen on a day: of all units for who oversees the place, of his own alone for who is of a unit.</summary>
public static class ReadSnapshot
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Result(Guid Id, string Place, ScorePeriod Period, DateOnly FrozenOn, string ByName, string Words, IReadOnlyList<ScoredUnit> Units);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var frozen = await db.ScoreSnapshots.AsNoTracking().Include(x => x.Jurisdiction).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (frozen is null || (await db.ScoredPlaces(actor, cancellationToken)).TrueForAll(x => x.Id != frozen.JurisdictionId))
                return RefusalKind.NotFound;
            List<ScoredUnit> units = [.. frozen.Units.Where(x => actor.SeesScoresOf(frozen.JurisdictionId) || actor.IsOfUnit(x.UnitId))];
            return new Result(frozen.Id, frozen.Jurisdiction.Name, new ScorePeriod(frozen.From, frozen.To), frozen.FrozenOn, frozen.ByName, frozen.Words, units);
        }
    }
}
