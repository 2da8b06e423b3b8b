using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Writes down which rungs are reached, of all jurisdictions. Planning twice plans nothing twice: a reminder is unique by occurrence, rung and day,
/// and of two processes the second finds the rows of the first. Days on which nothing ran are made up for, a week back at most.</summary>
public static class PlanReminders
{
    private const string PlannedUntil = "reminders.planned-until";
    private const int MostDaysMadeUp = 7;
    private const int Attempts = 3;

    public sealed record Command(DateOnly Day) : ICommand<Outcome<Result>>;

    /// <param name="Planned">Rows that were not there before.</param>
    public sealed record Result(int Planned);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem)
                return RefusalKind.NotAllowed;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return new Result(await Plan(request.Day, cancellationToken));
                }
                catch (DbUpdateException) when (attempt < Attempts)
                {
                    // Another process wrote some of the same rows: what is there now is left out of the next attempt.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<int> Plan(DateOnly day, CancellationToken cancellation)
        {
            var ladder = Ladder.Default;
            var mark = await db.Settings.SingleOrDefaultAsync(x => x.Key == PlannedUntil, cancellation);
            var firstUnplanned = FirstUnplanned(mark, day);

            // What was published after the last run of its day is told on the next one.
            var publishedSince = Earlier(firstUnplanned, calendar.AddWorkdays(day, -1));
            var open = OccurrenceFacts.Open(db);
            var earliestDue = await open.MinAsync(x => x.DueOn, cancellation) ?? day;
            var window = ReminderWindow.Of(publishedSince, day, earliestDue, ladder, calendar);
            var facts = await OccurrenceFacts.Read(Within(open, window), db, day, cancellation);
            var reached = facts
                .SelectMany(x => ReminderPlanner.Upcoming(x.Facts, publishedSince, day, ladder, calendar).Select(reminder => (Of: x, Reminder: reminder)))
                .Where(x => x.Reminder.GoesOutOn >= firstUnplanned || x.Reminder.Rung.Kind == RungKind.Published)
                .ToList();

            var known = await Known([.. reached.Select(x => x.Of.OccurrenceId).Distinct()], cancellation);
            var now = clock.UtcNow;

            // In one order in every process: two that insert the same rows wait for each other, but do not lock each other out.
            var missing = reached.Where(x => !known.Contains((x.Of.OccurrenceId, x.Reminder.Rung.Name, x.Reminder.NominalDay)))
                .OrderBy(x => x.Of.OccurrenceId).ThenBy(x => x.Reminder.Rung.Name, StringComparer.Ordinal).ThenBy(x => x.Reminder.NominalDay);
            foreach (var (of, reminder) in missing)
            {
                db.Reminders.Add(new Reminder
                {
                    Id = clock.NewId(), JurisdictionId = of.JurisdictionId, OccurrenceId = of.OccurrenceId, OrgUnitId = of.OrgUnitId,
                    Rung = reminder.Rung.Name, Day = reminder.NominalDay, GoesOutOn = reminder.GoesOutOn, PlannedAt = now,
                    State = reminder.Rung.Kind == RungKind.LeaderProposal ? ReminderState.Proposed : ReminderState.Planned,
                });
            }

            var planned = db.ChangeTracker.Entries<Reminder>().Count();
            if (mark is null)
                db.Settings.Add(new Setting { Key = PlannedUntil, Value = $"{day:yyyy-MM-dd}" });
            else if (firstUnplanned <= day && string.CompareOrdinal(mark.Value, $"{day:yyyy-MM-dd}") < 0)
                mark.Value = $"{day:yyyy-MM-dd}";
            await db.SaveChangesAsync(cancellation);
            return planned;
        }

        private static DateOnly FirstUnplanned(Setting? mark, DateOnly day)
        {
            if (mark is null || !DateOnly.TryParseExact(mark.Value, "yyyy-MM-dd", out var until) || until >= day)
                return day;
            var oldest = day.AddDays(-MostDaysMadeUp);
            return until < oldest ? oldest : until.AddDays(1);
        }

        private IQueryable<Occurrence> Within(IQueryable<Occurrence> open, ReminderWindow window)
        {
            DateOnly[] due = [.. window.Due], handed = [.. window.HandedOver], cutOffs = [.. window.CutOffs];
            return open.Where(x => (!x.Ongoing && x.DueOn != null && due.Contains(x.DueOn.Value)) || handed.Contains(x.OpenedOn)
                || x.Steps.Any(step => step.Step == Step.Reassign && handed.Contains(step.On))
                || db.ReportingRounds.Any(round => round.PlanId == x.PlanId && round.ClosedAt == null && cutOffs.Contains(round.CutOffOn)));
        }

        private async Task<HashSet<(Guid, string, DateOnly)>> Known(IReadOnlyList<Guid> occurrences, CancellationToken cancellation)
        {
            var rows = await db.Reminders.AsNoTracking().Where(x => occurrences.Contains(x.OccurrenceId))
                .Select(x => new { x.OccurrenceId, x.Rung, x.Day }).ToListAsync(cancellation);
            return [.. rows.Select(x => (x.OccurrenceId, x.Rung, x.Day))];
        }

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
    }
}
