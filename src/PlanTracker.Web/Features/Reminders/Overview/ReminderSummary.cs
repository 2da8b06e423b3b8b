using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What waits for the office, in four numbers.</summary>
public static class ReminderSummary
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="SentToday">Digests sent today, of all channels.</param>
    /// <param name="Failed">Mails that were not accepted.</param>
    /// <param name="Proposals">Words to leaders that wait for the office.</param>
    /// <param name="Unreached">Units with reminders that nobody received.</param>
    public sealed record Result(int SentToday, int Failed, int Proposals, int Unreached);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.CoordinatedIds();
            if (own.Length == 0)
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var digests = db.Digests.Where(x => own.Contains(x.JurisdictionId));
            return new Result(
                await digests.CountAsync(x => x.Day == today && x.State == DigestState.Sent, cancellationToken),
                await digests.CountAsync(x => x.State == DigestState.Failed, cancellationToken),
                await LeaderProposals.Waiting(db, own).CountAsync(cancellationToken),
                await UnreachedUnits.Missed(db, own, today).Select(x => x.OrgUnitId).Distinct().CountAsync(cancellationToken));
        }
    }
}
