using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Mails one digest by its id. It first asks whether that is done; may run twice.
/// A crash after the server accepted and before that is marked cannot be told from one before: once the claim has run out the mail goes out again, under the
/// same Message-ID, so that mailboxes may drop the second. The ledger shows one digest, with the number of attempts.</summary>
public static class SendDigest
{
    public const int MostAttempts = 6;

    /// <summary>Longer than the mail client's own limit: whoever holds a claim has either marked its end by then, or is gone.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>After the first failure five minutes, after the fifth half a day.</summary>
    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <param name="Anew">The office asks for it: the attempts are counted from the beginning.</param>
    public sealed record Command(Guid DigestId, bool Anew = false) : ICommand<Outcome<DigestState>>, IInStages;

    /// <summary>What may be sent now: not sent, not given up, and nobody else at it.</summary>
    public static IQueryable<Digest> Due(IQueryable<Digest> digests, DateTime now) => digests
        .Where(x => x.Channel == Channel.Mail && (x.State == DigestState.Waiting || x.State == DigestState.Failed))
        .Where(x => x.Attempts < MostAttempts && (x.TryAgainAt == null || x.TryAgainAt <= now));

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, MailSettingsStore settings, MailSubmission mail, DigestLetter letter)
        : IHandler<Command, Outcome<DigestState>>
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

            // Whatever stops the request now, what the server said is written down.
            db.KeepTogether();
            await db.SaveChangesAsync(CancellationToken.None);
            return digest.State;
        }

        /// <summary>One statement of the database, so that of two processes one goes on.</summary>
        private async Task<bool> TakeClaim(Digest digest, bool anew, CancellationToken cancellation)
        {
            var now = clock.UtcNow;
            var own = db.Digests.Where(x => x.Id == digest.Id);
            if (anew)
            {
                await own.Where(x => x.State == DigestState.Failed)
                    .ExecuteUpdateAsync(x => x.SetProperty(d => d.Attempts, 0).SetProperty(d => d.TryAgainAt, (DateTime?)null), cancellation);
            }

            var until = now + Claim;
            return await Due(own, now).ExecuteUpdateAsync(
                x => x.SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.TryAgainAt, until), cancellation) == 1;
        }

        private async Task<DigestState> Send(Digest digest, CancellationToken cancellation)
        {
            var rungs = await StillWanted(digest, cancellation);
            if (rungs.Count == 0)
            {
                digest.TryAgainAt = null;
                return DigestState.Withdrawn;
            }

            var result = await settings.Read(cancellation) is { } server
                ? await mail.Send(server, letter.Write(digest, rungs, server.PublicUrl, await LanguageOf(digest, cancellation)), cancellation)
                : new MailResult("", new MailFailure(MailFailureKind.NotConfigured));
            if (result.Failure is not { } failure)
            {
                (digest.SentAt, digest.TryAgainAt, digest.Failure) = (clock.UtcNow, null, null);
                return DigestState.Sent;
            }

            digest.Failure = failure.ToString();
            digest.TryAgainAt = digest.Attempts < MostAttempts ? clock.UtcNow + BackOff[digest.Attempts - 1] : null;
            return DigestState.Failed;
        }

        private Task<string> LanguageOf(Digest digest, CancellationToken cancellation) =>
            db.Users.Where(x => x.Id == digest.AccountId).Select(x => x.Language).SingleAsync(cancellation);

        /// <summary>The most urgent rung of each of its occurrences that is still open; none when its reader's account was closed.</summary>
        private async Task<List<Rung>> StillWanted(Digest digest, CancellationToken cancellation)
        {
            var today = clock.Today;
            if (!await db.Users.AnyAsync(x => x.Id == digest.AccountId && (x.ClosedOn == null || x.ClosedOn > today), cancellation))
                return [];
            var open = OccurrenceFacts.Open(db);
            var rows = await db.Deliveries.AsNoTracking().Where(x => x.DigestId == digest.Id)
                .Where(x => open.Any(o => o.Id == x.Reminder.OccurrenceId && o.OrgUnitId == x.Reminder.OrgUnitId))
                .Select(x => new { x.Reminder.OccurrenceId, x.Reminder.Rung }).ToListAsync(cancellation);
            return [.. rows.GroupBy(x => x.OccurrenceId).Select(x => x.Max(row => Rung.Parse(row.Rung)))];
        }
    }
}
