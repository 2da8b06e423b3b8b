using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Sends one digest by its id, over its channel. It first asks whether that is done; may run twice.
/// At least once on the wire, exactly once in the ledger: a crash after the other side accepted and before that is marked cannot be told from one before, so
/// once the claim has run out the message goes out again, under the same id (a mail's Message-ID, a webhook's delivery header), by which its receiver may drop
/// the second; group robots and gateways know no such id and show it twice. The ledger shows one digest, with the number of attempts.
/// Nothing leaves the system outside the hours of its jurisdiction: it waits, and no attempt is counted.</summary>
public static class SendDigest
{
    public const int MostAttempts = 6;

    /// <summary>Longer than the limits of all channels: whoever holds a claim has either marked its end by then, or is gone.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>After the first failure five minutes, after the fifth half a day.</summary>
    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <param name="Anew">The office asks for it: the attempts are counted from the beginning.</param>
    public sealed record Command(Guid DigestId, bool Anew = false) : ICommand<Outcome<DigestState>>, IInStages;

    /// <summary>What may be sent now: not sent, not given up, nobody else at it, and at an hour at which its jurisdiction sends.</summary>
    public static IQueryable<Digest> Due(PlanTrackerDbContext db, DateTime now)
    {
        var local = Clock.Local(now);
        TimeOnly hour = new(local.Hour, local.Minute, local.Second);
        return db.Digests.Where(x => x.Channel != Channel.InApp && (x.State == DigestState.Waiting || x.State == DigestState.Failed))
            .Where(x => x.Attempts < MostAttempts && (x.TryAgainAt == null || x.TryAgainAt <= now))
            .Where(x => db.Jurisdictions.Any(place => place.Id == x.JurisdictionId && place.SendsFrom <= hour && hour < place.SendsUntil));
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, DigestPost post) : IHandler<Command, Outcome<DigestState>>
    {
        public async Task<Outcome<DigestState>> Handle(Command request, CancellationToken cancellationToken)
        {
            var digest = await db.Digests.SingleOrDefaultAsync(x => x.Id == request.DigestId, cancellationToken);
            if (digest is null || !actor.Coordinates(digest.JurisdictionId))
                return RefusalKind.NotFound;
            if (!await TakeClaim(digest, request.Anew, cancellationToken))
                return digest.State;
            await db.Entry(digest).ReloadAsync(cancellationToken);
            digest.State = await Send(digest, cancellationToken);

            // Whatever stops the request now, what the other side said is written down.
            db.KeepTogether();
            await db.SaveChangesAsync(CancellationToken.None);
            return digest.State;
        }

        /// <summary>Of several processes one gets it. The attempt is counted before it is made, so that a crash counts as one.</summary>
        private async Task<bool> TakeClaim(Digest digest, bool anew, CancellationToken cancellation)
        {
            var now = clock.UtcNow;
            if (anew)
            {
                await db.Digests.Where(x => x.Id == digest.Id && x.State == DigestState.Failed)
                    .ExecuteUpdateAsync(x => x.SetProperty(d => d.Attempts, 0).SetProperty(d => d.TryAgainAt, (DateTime?)null), cancellation);
            }

            var until = now + Claim;
            return await Due(db, now).Where(x => x.Id == digest.Id).ExecuteUpdateAsync(
                x => x.SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.TryAgainAt, until), cancellation) == 1;
        }

        private async Task<DigestState> Send(Digest digest, CancellationToken cancellation)
        {
            var counts = await StillWanted(digest, cancellation);
            if (counts.Tasks == 0)
            {
                digest.TryAgainAt = null;
                return DigestState.Withdrawn;
            }

            if (await post.Send(digest, counts, cancellation) is not { } failure)
            {
                (digest.SentAt, digest.TryAgainAt, digest.Failure) = (clock.UtcNow, null, null);
                return DigestState.Sent;
            }

            digest.Failure = failure;
            digest.TryAgainAt = digest.Attempts < MostAttempts ? clock.UtcNow + BackOff[digest.Attempts - 1] : null;
            return DigestState.Failed;
        }

        /// <summary>The most urgent rung of each of its occurrences that is still open; none when there is nobody left to read it.</summary>
        private async Task<DigestCounts> StillWanted(Digest digest, CancellationToken cancellation)
        {
            if (!await HasReader(digest, cancellation))
                return new DigestCounts([]);
            var open = OccurrenceFacts.Open(db);
            var rows = await db.Deliveries.AsNoTracking().Where(x => x.DigestId == digest.Id)
                .Where(x => open.Any(o => o.Id == x.Reminder.OccurrenceId && o.OrgUnitId == x.Reminder.OrgUnitId))
                .Select(x => new { x.Reminder.OccurrenceId, x.Reminder.OrgUnitId, x.Reminder.Rung }).ToListAsync(cancellation);
            return new DigestCounts(
                [.. rows.GroupBy(x => x.OccurrenceId).Select(x => x.Max(row => Rung.Parse(row.Rung)))], rows.Select(x => x.OrgUnitId).Distinct().Count());
        }

        /// <summary>An account that is open and still wants this channel, or an outlet that is switched on.</summary>
        private async Task<bool> HasReader(Digest digest, CancellationToken cancellation)
        {
            if (digest.AccountId is null)
                return await db.Outlets.AnyAsync(x => x.Id == digest.OutletId && x.IsOn, cancellation);
            var today = clock.Today;
            return await db.Users.Where(x => x.Id == digest.AccountId && (x.ClosedOn == null || x.ClosedOn > today))
                .AnyAsync(x => digest.Channel == Channel.Mail ? x.RemindByMail : x.RemindBySms, cancellation);
        }
    }
}
