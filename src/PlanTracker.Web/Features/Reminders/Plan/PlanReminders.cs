using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Writes down which rungs are reached, of all places, some thousand occurrences at a time. Planning twice plans nothing twice: a reminder is unique
/// by occurrence, rung and day, and of two processes the second finds the rows of the first. Days on which nothing ran, or on which a run broke off, are made
/// up for, a week back at most.</summary>
public static class PlanReminders
{
    private const string PlannedUntil = "reminders.planned-until";
    private const int MostDaysMadeUp = 7;

    public sealed record Command(DateOnly Day) : ICommand<Outcome<Result>>, IInStages;

    /// <param name="Planned">Rows that were not there before.</param>
    public sealed record Result(int Planned);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, CalendarShelf calendars) : IHandler<Command, Outcome<Result>>
    {
        private readonly ReminderLedger ledger = new(db, clock);

        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem)
                return RefusalKind.NotAllowed;
            var day = request.Day;
            await calendars.Read(db, cancellationToken);
            var schedules = await ScheduleBook.Read(db, x => calendars.Of(x), cancellationToken);
            var firstUnplanned = FirstUnplanned(await Mark(cancellationToken), day);
            var planned = 0;
            foreach (var place in await db.Plans.Select(x => x.JurisdictionId).Distinct().OrderBy(x => x).ToListAsync(cancellationToken))
                planned += await Plan(place, firstUnplanned, day, schedules, cancellationToken);
            await Remember(day, planned > 0, cancellationToken);
            return new Result(planned);
        }

        private async Task<int> Plan(Guid place, DateOnly firstUnplanned, DateOnly day, ScheduleBook schedules, CancellationToken cancellation)
        {
            // What was published after the last run of its day is told on the next one.
            DateOnly PublishedSince(Schedule by) => Earlier(firstUnplanned, by.Calendar.AddWorkdays(day, -1));

            Candidates candidates = new(db, schedules);
            var found = await candidates.Find(place, null, by => (PublishedSince(by), day), cancellation);
            var planned = 0;
            await foreach (var page in candidates.Facts(found, day, cancellation))
            {
                var reached = page.SelectMany(of =>
                {
                    var by = schedules.Of(of.PlanId, place);
                    return by.Upcoming(of.Facts, PublishedSince(by), day)
                        .Where(x => x.GoesOutOn >= firstUnplanned || x.Rung.Kind == RungKind.Published).Select(x => (of, x));
                });
                planned += await ledger.Write(reached.ToList(), cancellation);
            }

            return planned;
        }

        private Task<Setting?> Mark(CancellationToken cancellation) => db.Settings.SingleOrDefaultAsync(x => x.Key == PlannedUntil, cancellation);

        private static DateOnly FirstUnplanned(Setting? mark, DateOnly day)
        {
            if (mark is null || !DateOnly.TryParseExact(mark.Value, "yyyy-MM-dd", out var until) || until >= day)
                return day;
            var oldest = day.AddDays(-MostDaysMadeUp);
            return until < oldest ? oldest : until.AddDays(1);
        }

        /// <summary>Only once all is written: a run that broke off is found unfinished by the next.</summary>
        private async Task Remember(DateOnly day, bool hasPlanned, CancellationToken cancellation)
        {
            db.ChangeTracker.Clear();
            db.KeepTogether();
            if (hasPlanned)
                await db.BeginChange(cancellation);
            var (mark, until) = (await Mark(cancellation), $"{day:yyyy-MM-dd}");
            if (mark is null)
                db.Settings.Add(new Setting { Key = PlannedUntil, Value = until });
            else if (string.CompareOrdinal(mark.Value, until) < 0)
                mark.Value = until;
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process finished the same day at the same time, and wrote the same.
                db.ChangeTracker.Clear();
            }
        }

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
    }
}
