using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>The proposed scores of a period: of all units for who oversees the place, of his own alone for who is of a unit. Nobody is ranked.</summary>
public static class ReadScores
{
    /// <param name="Place">Null: the first that works with scores.</param>
    /// <param name="Unit">That one alone.</param>
    /// <param name="ByName">By name; else in protocol order.</param>
    public sealed record Query(Guid? Place, ScorePeriod Period, Guid? Unit = null, bool ByName = false) : IQuery<Outcome<Result>>;

    /// <param name="SeesAll">Not only his own units.</param>
    public sealed record Result(
        ScoredPlace Place, IReadOnlyList<ScoredPlace> Places, bool Keeps, bool SeesAll, IReadOnlyList<ScoredUnit> Units, IReadOnlyList<Frozen> Snapshots);

    public sealed record Frozen(Guid Id, DateOnly From, DateOnly To, DateOnly FrozenOn, string ByName, string Words);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, ScoreProposals proposals) : IHandler<Query, Outcome<Result>>
    {
        private const int LastSnapshots = 50;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var places = await db.ScoredPlaces(actor, cancellationToken);
            var asked = request.Place ?? await PlaceOf(request.Unit, cancellationToken);
            if (places.Find(x => asked is null || x.Id == asked) is not { } place || !request.Period.IsOne)
                return RefusalKind.NotFound;
            var seesAll = actor.SeesScoresOf(place.Id);
            if (request.Unit is { } one && !seesAll && !actor.IsOfUnit(one))
                return RefusalKind.NotFound;
            var rules = await db.ScoreBooks.AsNoTracking().Where(x => x.JurisdictionId == place.Id).Select(x => x.Rules).SingleAsync(cancellationToken);
            var units = (await proposals.Of(place.Id, request.Period, rules, cancellationToken))
                .Where(x => (seesAll || actor.IsOfUnit(x.UnitId)) && (request.Unit is null || x.UnitId == request.Unit));
            return new Result(
                place, places, actor.Coordinates(place.Id), seesAll, [.. request.ByName ? units.OrderBy(x => x.Name, StringComparer.Ordinal) : units],
                await db.ScoreSnapshots.AsNoTracking().Where(x => x.JurisdictionId == place.Id).OrderByDescending(x => x.FrozenAt).Take(LastSnapshots)
                    .Select(x => new Frozen(x.Id, x.From, x.To, x.FrozenOn, x.ByName, x.Words)).ToListAsync(cancellationToken));
        }

        private async Task<Guid?> PlaceOf(Guid? unit, CancellationToken cancellation) => unit is null
            ? null
            : await db.OrgUnits.Where(x => x.Id == unit).Select(x => x.JurisdictionId).FirstOrDefaultAsync(cancellation);
    }
}
