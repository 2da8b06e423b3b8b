using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Adds planned reminders to the ledger, each once, whoever else adds the same.</summary>
internal sealed class ReminderLedger(PlanTrackerDbContext db, Clock clock)
{
    private const int Attempts = 4;

    /// <summary>Writes those that are not there yet, in one transaction, and forgets what was read.</summary>
    /// <returns>How many were not there before.</returns>
    public async Task<int> Write(IReadOnlyList<(OccurrenceFacts Of, PlannedReminder Reminder)> reached, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await WriteMissing(reached, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process wrote some of the same rows: what is there now is left out of the next attempt.
            }
        }
    }

    private async Task<int> WriteMissing(IReadOnlyList<(OccurrenceFacts Of, PlannedReminder Reminder)> reached, CancellationToken cancellation)
    {
        if (reached.Count == 0)
            return 0;
        var known = await Known([.. reached.Select(x => x.Of.OccurrenceId).Distinct()], cancellation);
        var now = clock.UtcNow;

        // In one order in every process: two that insert the same rows wait for each other, but do not lock each other out.
        var missing = reached.Where(x => !IsKnown(known[x.Of.OccurrenceId], x.Of, x.Reminder))
            .OrderBy(x => x.Of.OccurrenceId).ThenBy(x => x.Reminder.Rung.Name, StringComparer.Ordinal).ThenBy(x => x.Reminder.NominalDay).ToList();
        db.Reminders.AddRange(missing.Select(x => new Reminder
        {
            Id = clock.NewId(), JurisdictionId = x.Of.JurisdictionId, OccurrenceId = x.Of.OccurrenceId, OrgUnitId = x.Of.OrgUnitId,
            Rung = x.Reminder.Rung.Name, Day = x.Reminder.NominalDay, GoesOutOn = x.Reminder.GoesOutOn, PlannedAt = now,
            State = x.Reminder.Rung.Kind == RungKind.LeaderProposal ? ReminderState.Proposed : ReminderState.Planned,
        }));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return missing.Count;
    }

    /// <summary>The day of "unsigned" is counted in workdays, so that a notice which comes later moves it: it is the same reminder all the same.</summary>
    private static bool IsKnown(IEnumerable<(string Rung, DateOnly Day)> rows, OccurrenceFacts of, PlannedReminder reminder) => reminder.Rung.Kind == RungKind.Unsigned
        ? rows.Any(x => x.Rung == reminder.Rung.Name && x.Day > of.Facts.HandedOverOn)
        : rows.Contains((reminder.Rung.Name, reminder.NominalDay));

    private async Task<ILookup<Guid, (string Rung, DateOnly Day)>> Known(Guid[] occurrences, CancellationToken cancellation) =>
        (await db.Reminders.AsNoTracking().Where(x => occurrences.Contains(x.OccurrenceId)).Select(x => new { x.OccurrenceId, x.Rung, x.Day })
            .ToListAsync(cancellation)).ToLookup(x => x.OccurrenceId, x => (x.Rung, x.Day));
}
