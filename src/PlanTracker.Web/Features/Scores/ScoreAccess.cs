using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

public sealed record ScoredPlace(Guid Id, string Name);

internal static class ScoreAccess
{
    /// <summary>Sees all units of the place: its coordinator and its leader. Others see their own unit alone.</summary>
    public static bool SeesScoresOf(this Actor actor, Guid jurisdictionId) => actor.Coordinates(jurisdictionId) || actor.Holds(Function.Leader, jurisdictionId);

    /// <summary>Places of the actor that work with scores; of all others nothing is shown, to nobody.</summary>
    public static Task<List<ScoredPlace>> ScoredPlaces(this PlanTrackerDbContext db, Actor actor, CancellationToken cancellation)
    {
        List<Guid> own = [.. actor.Held.Where(x => x.Function is Function.Coordinator or Function.Leader or Function.UnitReporter or Function.UnitHead)
            .Select(x => x.JurisdictionId).Distinct()];
        return db.ScoreBooks.AsNoTracking().Where(x => x.IsOn && own.Contains(x.JurisdictionId)).OrderBy(x => x.Jurisdiction.Path)
            .Select(x => new ScoredPlace(x.JurisdictionId, x.Jurisdiction.Name)).ToListAsync(cancellation);
    }

    public static Task<bool> KeepsScores(this PlanTrackerDbContext db, Actor actor, Guid jurisdictionId, CancellationToken cancellation) =>
        actor.Coordinates(jurisdictionId) ? db.ScoreBooks.AnyAsync(x => x.JurisdictionId == jurisdictionId && x.IsOn, cancellation) : Task.FromResult(false);
}
