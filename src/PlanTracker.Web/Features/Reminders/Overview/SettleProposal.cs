using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The office sends a proposed word to the supervising leader, or lets it be. What is sent on one day stands in one message of that day: inside the
/// application it is added to the first, and shown as unread again; a second mail is not sent.</summary>
public static class SettleProposal
{
    public sealed record Command(Guid ReminderId, bool Send) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, MailSettingsStore mail) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var reminder = await db.Reminders.Include(x => x.Occurrence).SingleOrDefaultAsync(x => x.Id == request.ReminderId, cancellationToken);
            if (reminder is null || !actor.Coordinates(reminder.JurisdictionId))
                return RefusalKind.NotFound;
            if (reminder.State != ReminderState.Proposed)
                return RefusalKind.ChangedMeanwhile;
            if (request.Send && await Address(reminder, cancellationToken) is { } refusal)
                return refusal;
            (reminder.State, reminder.SettledAt) = (request.Send ? ReminderState.Sent : ReminderState.Dropped, clock.UtcNow);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private async Task<Refusal?> Address(Reminder reminder, CancellationToken cancellation)
        {
            var today = clock.Today;
            var leader = await db.OrgUnits.Where(x => x.Id == reminder.Occurrence.OrgUnitId)
                .Join(db.Users, x => x.SupervisingLeader!.AccountId, account => account.Id, (_, account) => account)
                .SingleOrDefaultAsync(x => x.ClosedOn == null || x.ClosedOn > today, cancellation);
            if (leader is null)
                return new Refusal(RefusalKind.LeaderWithoutAccount);
            var digests = await db.Digests.Where(x => x.AccountId == leader.Id && x.Day == today).ToListAsync(cancellation);
            var inApp = digests.Find(x => x.Channel == Channel.InApp) ?? New(reminder, leader, Channel.InApp);
            inApp.ReadAt = null;
            Deliver(reminder, inApp);
            if (leader is { Email.Length: > 0, RemindByMail: true } && await mail.Read(cancellation) is not null)
            {
                var mailed = digests.Find(x => x.Channel == Channel.Mail) ?? New(reminder, leader, Channel.Mail);
                if (mailed.State == DigestState.Waiting)
                    Deliver(reminder, mailed);
            }

            return null;
        }

        private Digest New(Reminder reminder, Account leader, Channel channel)
        {
            var (now, isThere) = (clock.UtcNow, channel == Channel.InApp);
            var digest = new Digest
            {
                Id = clock.NewId(), JurisdictionId = reminder.JurisdictionId, Day = clock.Today, Channel = channel, AccountId = leader.Id, MadeAt = now,
                Address = isThere ? "" : leader.Email ?? "", State = isThere ? DigestState.Sent : DigestState.Waiting, SentAt = isThere ? now : null,
            };
            db.Digests.Add(digest);
            return digest;
        }

        private void Deliver(Reminder reminder, Digest digest) => db.Deliveries.Add(new Delivery
        {
            Id = clock.NewId(), ReminderId = reminder.Id, AccountId = digest.AccountId, Channel = digest.Channel, DigestId = digest.Id,
        });
    }
}
