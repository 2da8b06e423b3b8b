using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>What the frame round every page shows of who is signed in.</summary>
public static class WhoAmI
{
    public sealed record Query : IQuery<Result>;

    /// <param name="WorksWithScores">A place in which he works does; off is what everybody begins with.</param>
    /// <param name="Unread">Digests and notices inside the application that were not opened yet.</param>
    public sealed record Result(bool IsSignedIn, string Name, string Place, IReadOnlyList<Function> Functions, int Unread, bool WorksWithScores = false);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.IsSignedIn)
                return new Result(false, "", "", [], 0);
            var unit = actor.UnitIds.Count > 0 ? actor.UnitIds[0] : Guid.Empty;
            var home = actor.HomeId ?? Guid.Empty;
            List<Guid> places = [.. actor.Held.Where(x => !x.Function.IsAdministrator).Select(x => x.JurisdictionId).Distinct()];
            var row = await db.Users.AsNoTracking().Where(x => x.Id == actor.AccountId).Select(x => new
            {
                Unit = db.OrgUnits.Where(u => u.Id == unit).Select(u => u.Name).FirstOrDefault(),
                Home = db.Jurisdictions.Where(j => j.Id == home).Select(j => j.Name).FirstOrDefault(),
                Scores = db.ScoreBooks.Any(s => s.IsOn && places.Contains(s.JurisdictionId)),
                Unread = db.Digests.Count(d => d.AccountId == x.Id && d.Channel == Channel.InApp && d.State == DigestState.Sent && d.ReadAt == null)
                    + db.Notices.Count(n => n.AccountId == x.Id && n.ReadAt == null),
            }).SingleAsync(cancellationToken);
            return new Result(true, actor.Name, row.Unit ?? row.Home ?? "", [.. actor.Held.Select(x => x.Function).Distinct()], row.Unread, row.Scores);
        }
    }
}
