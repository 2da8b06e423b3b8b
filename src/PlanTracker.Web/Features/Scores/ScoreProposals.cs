using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Scores;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Scores;

/// <summary>Works out what each unit's score of a period would be. It proposes; only a person freezes it.</summary>
public sealed class ScoreProposals(PlanTrackerDbContext db, ScoreFacts facts)
{
    /// <summary>In protocol order. Left out: units that had no task, and those that are asked by letter.</summary>
    public async Task<IReadOnlyList<ScoredUnit>> Of(Guid jurisdictionId, ScorePeriod period, ScoreRules rules, CancellationToken cancellation)
    {
        var known = await facts.Of(jurisdictionId, period, cancellation);
        var strikes = (await db.ScoreStrikes.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId && x.RestoredOn == null).ToListAsync(cancellation))
            .ToDictionary(x => (x.OrgUnitId, x.Key));
        var units = await db.OrgUnits.AsNoTracking().Where(x => x.JurisdictionId == jurisdictionId).OrderBy(x => x.Position).ThenBy(x => x.Name)
            .Select(x => new { x.Id, x.Name, x.Kind }).ToListAsync(cancellation);
        var own = known.Facts.ToLookup(x => x.UnitId, x => x.Point);
        return [.. units.Where(x => known.Units.Contains(x.Id) && !x.Kind.IsAskedByLetter).Select(x => Scored(x.Id, x.Name, rules, own[x.Id], strikes))];
    }

    private static ScoredUnit Scored(
        Guid unitId, string name, ScoreRules rules, IEnumerable<ScoredPoint> points, IReadOnlyDictionary<(Guid, string), ScoreStrike> strikes)
    {
        var known = points.DistinctBy(x => x.Key).ToDictionary(x => x.Key);
        var score = UnitScore.Of(
            rules, known.Values.Select(x => new ScoreFact(x.Ground, x.Key, x.Day, x.IsCooperating)), known.Keys.Where(x => strikes.ContainsKey((unitId, x))).ToHashSet());
        return new ScoredUnit
        {
            UnitId = unitId, Name = name, Base = score.Base, Plus = score.Plus, Minus = score.Minus, Total = score.Total,
            Sums = [.. score.Sums.Select(x => new ScoredSum(x.Rule.Ground, x.Rule.Points, x.Rule.Cap, x.Sum, x.Counted))],
            Points = [.. score.Points.Select(x => known[x.Fact.Key] with
            {
                Value = x.Value,
                Struck = strikes.TryGetValue((unitId, x.Fact.Key), out var strike) ? new Struck(strike.Id, strike.Reason, strike.ByName, strike.On) : null,
            })],
        };
    }
}
