using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Gathers what goes out today into one digest per person, channel and day, and one per outlet and day. Who receives it, and whether it is still
/// wanted, is asked now and not when it was planned. All is written in one transaction; what leaves the system is then sent by the digest's id.
/// A reminder that comes after its outlet was told today goes to the persons alone: a group hears of the same tasks again soon enough.</summary>
public static class DeliverReminders
{
    private const int Attempts = 3;

    public sealed record Command(DateOnly Day) : ICommand<Outcome<Result>>;

    public sealed record Result(int Delivered, int Dropped, int WithoutRecipient, int Digests);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, CalendarShelf calendars, MailSettingsStore mail, ChannelSettingsStore channels)
        : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem)
                return RefusalKind.NotAllowed;
            await calendars.Read(db, cancellationToken);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Deliver(request.Day, cancellationToken);
                }
                catch (DbUpdateException) when (attempt < Attempts)
                {
                    // Another process delivered some of the same: it is read anew, and left out.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<Result> Deliver(DateOnly day, CancellationToken cancellation)
        {
            var waiting = db.Reminders.Where(x => x.State == ReminderState.Planned && x.GoesOutOn <= day);
            var reminders = await waiting.OrderBy(x => x.Id).ToListAsync(cancellation);

            // Whatever was late for its day waits for the next one that is worked where it belongs.
            reminders.RemoveAll(x => !calendars.Of(x.JurisdictionId).IsWorkday(day));
            if (reminders.Count == 0)
                return new Result(0, 0, 0, 0);
            Guid[] ids = [.. reminders.Select(x => x.OccurrenceId).Distinct()];
            var occurrences = db.Occurrences.AsNoTracking().Where(x => ids.Contains(x.Id));
            var facts = (await OccurrenceFacts.Read(occurrences, db, day, cancellation)).ToDictionary(x => x.OccurrenceId);
            Guid[] units = [.. reminders.Select(x => x.OrgUnitId).Distinct()];
            var people = await Recipients.Of(db, units, day, cancellation);
            var outlets = await OutletsToTell([.. reminders.Select(x => x.JurisdictionId).Distinct()], units, day, cancellation);
            var written = await WrittenToday([.. people.Select(x => x.AccountId).Distinct()], day, cancellation);
            var schedules = await ScheduleBook.Read(db, x => calendars.Of(x), cancellation);
            var mails = await mail.Read(cancellation) is not null;
            var texts = await channels.ReadSms(cancellation) is not null;
            Dictionary<(Guid, Channel), Digest> digests = [];

            foreach (var reminder in reminders)
            {
                if (!IsStillWanted(reminder, facts[reminder.OccurrenceId], schedules))
                {
                    Settle(reminder, ReminderState.Dropped);
                    continue;
                }

                var own = people.Where(x => x.OrgUnitId == reminder.OrgUnitId && x.IsFor(Rung.Parse(reminder.Rung).Audience)).ToList();
                var told = outlets.Where(x => x.JurisdictionId == reminder.JurisdictionId && (x.OrgUnitId ?? reminder.OrgUnitId) == reminder.OrgUnitId).ToList();
                if (own.Count == 0 && !told.Exists(x => x.OrgUnitId is not null))
                {
                    Settle(reminder, ReminderState.NoRecipient);
                    continue;
                }

                // One message per person and day: whoever was written to today hears of it on the next working day.
                if (own.Any(person => written.Contains(person.AccountId)))
                    continue;
                foreach (var person in own)
                {
                    Add(reminder, person, Channel.InApp);
                    if (mails && person.Email.Length > 0)
                        Add(reminder, person, Channel.Mail);
                    if (texts && person.Phone.Length > 0)
                        Add(reminder, person, Channel.Sms);
                }

                foreach (var outlet in told)
                    Tell(reminder, outlet);

                Settle(reminder, ReminderState.Sent);
            }

            Result result = new(Count(ReminderState.Sent), Count(ReminderState.Dropped), Count(ReminderState.NoRecipient), digests.Count);
            await db.SaveChangesAsync(cancellation);
            return result;

            int Count(ReminderState state) => reminders.Count(x => x.State == state);

            void Add(Reminder reminder, Recipient person, Channel channel)
            {
                if (!digests.TryGetValue((person.AccountId, channel), out var digest))
                {
                    digest = digests[(person.AccountId, channel)] = NewDigest(reminder.JurisdictionId, person, channel, day);
                    db.Digests.Add(digest);
                }

                digest.Deliveries.Add(new Delivery { Id = clock.NewId(), ReminderId = reminder.Id, AccountId = person.AccountId, Channel = channel });
            }

            void Tell(Reminder reminder, Outlet outlet)
            {
                if (!digests.TryGetValue((outlet.Id, outlet.Channel), out var digest))
                {
                    digest = digests[(outlet.Id, outlet.Channel)] = NewDigest(outlet, day);
                    db.Digests.Add(digest);
                }

                digest.Deliveries.Add(new Delivery { Id = clock.NewId(), ReminderId = reminder.Id, OutletId = outlet.Id, Channel = outlet.Channel });
            }
        }

        /// <summary>Still this unit's, and the planner still names this rung: not closed, set aside, answered, signed for, reported or extended since.</summary>
        private static bool IsStillWanted(Reminder reminder, OccurrenceFacts now, ScheduleBook schedules) => now.OrgUnitId == reminder.OrgUnitId
            && schedules.Of(now.PlanId, now.JurisdictionId).Upcoming(now.Facts, reminder.Day.AddDays(-31), reminder.Day.AddDays(31))
                .Any(x => x.NominalDay == reminder.Day && x.Rung.Name == reminder.Rung);

        private void Settle(Reminder reminder, ReminderState state) => (reminder.State, reminder.SettledAt) = (state, clock.UtcNow);

        private Digest NewDigest(Guid jurisdiction, Recipient person, Channel channel, DateOnly day) => new()
        {
            Id = clock.NewId(), JurisdictionId = jurisdiction, Day = day, Channel = channel, AccountId = person.AccountId,
            Address = channel switch { Channel.Mail => person.Email, Channel.Sms => person.Phone, _ => "" }, MadeAt = clock.UtcNow,

            // Inside the application a message is there once it is written.
            State = channel == Channel.InApp ? DigestState.Sent : DigestState.Waiting, SentAt = channel == Channel.InApp ? clock.UtcNow : null,
        };

        private Digest NewDigest(Outlet outlet, DateOnly day) => new()
        {
            Id = clock.NewId(), JurisdictionId = outlet.JurisdictionId, Day = day, Channel = outlet.Channel, OutletId = outlet.Id, Address = outlet.Name,
            MadeAt = clock.UtcNow, State = DigestState.Waiting,
        };

        /// <summary>One message per outlet and day: whatever was told today is left out.</summary>
        private async Task<List<Outlet>> OutletsToTell(Guid[] jurisdictions, Guid[] units, DateOnly day, CancellationToken cancellation)
        {
            var outlets = await Recipients.Outlets(db, jurisdictions, units, cancellation);
            if (outlets.Count == 0)
                return outlets;
            var told = await db.Digests.Where(x => x.Day == day && x.OutletId != null).Select(x => x.OutletId).ToListAsync(cancellation);
            return [.. outlets.Where(x => !told.Contains(x.Id))];
        }

        private async Task<HashSet<Guid>> WrittenToday(IReadOnlyList<Guid> accounts, DateOnly day, CancellationToken cancellation) =>
            [.. await db.Digests.Where(x => x.Day == day && x.AccountId != null && accounts.Contains(x.AccountId.Value)).Select(x => x.AccountId!.Value)
                .ToListAsync(cancellation)];
    }
}
