using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Saves a changed calendar and works out anew what was planned by the old one and has not gone out. What has gone out stays as it was.</summary>
public sealed class CalendarChange(PlanTrackerDbContext db, Clock clock, CalendarShelf shelf)
{
    /// <summary>No change moves a reminder further, unless a region is off for longer.</summary>
    private const int Reach = 45;

    /// <param name="jurisdictionId">The place whose days were changed, with all below; null for all places.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many reminders go out on another day now.</returns>
    public async Task<Outcome<int>> Save(Guid? jurisdictionId, CancellationToken cancellation)
    {
        await shelf.Read(db, cancellation);
        var before = shelf.Kept();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return RefusalKind.ChangedMeanwhile;
        }

        await shelf.Read(db, cancellation);
        var after = shelf.Kept();
        var path = jurisdictionId is null ? "" : await db.Jurisdictions.Where(x => x.Id == jurisdictionId).Select(x => x.Path).SingleAsync(cancellation);
        var places = await db.Jurisdictions.Where(x => x.Path.StartsWith(path)).Select(x => x.Id).ToListAsync(cancellation);
        var (old, anew) = (await ScheduleBook.Read(db, before, cancellation), await ScheduleBook.Read(db, after, cancellation));
        var moved = 0;
        foreach (var place in places)
        {
            moved += await MovePlanned(place, anew, cancellation);
            moved += await PlanMissed(place, old, anew, cancellation);
        }

        return moved;
    }

    /// <summary>Rows that wait for their day get the day of the new calendar.</summary>
    private async Task<int> MovePlanned(Guid place, ScheduleBook anew, CancellationToken cancellation)
    {
        var waiting = db.Reminders.Where(x => x.State == ReminderState.Planned && x.JurisdictionId == place);
        var moved = 0;
        foreach (var page in (await waiting.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancellation)).Chunk(Candidates.PageSize))
        {
            db.ChangeTracker.Clear();
            var rows = await waiting.Where(x => page.Contains(x.Id)).ToListAsync(cancellation);
            Guid[] ids = [.. rows.Select(x => x.OccurrenceId).Distinct()];
            var facts = (await OccurrenceFacts.Read(db.Occurrences.AsNoTracking().Where(x => ids.Contains(x.Id)), db, clock.Today, cancellation))
                .ToDictionary(x => x.OccurrenceId);
            foreach (var row in rows)
            {
                var (of, rung) = (facts[row.OccurrenceId], Rung.Parse(row.Rung));
                var now = anew.Of(of.PlanId, place).Upcoming(of.Facts, row.Day.AddDays(-Reach), row.Day.AddDays(Reach))
                    .Where(x => x.Rung == rung && (x.NominalDay == row.Day || rung.Kind == RungKind.Unsigned)).Cast<PlannedReminder?>().FirstOrDefault();
                if (now is not { } planned || planned.GoesOutOn == row.GoesOutOn)
                    continue;
                (row.Day, row.GoesOutOn) = (planned.NominalDay, planned.GoesOutOn);
                moved++;
            }

            await db.SaveChangesAsync(cancellation);
        }

        return moved;
    }

    /// <summary>What would have gone out later, and by the new calendar ought to have gone out by today, was not planned yet and never would be: it is planned now
    /// and goes out late rather than not at all.</summary>
    private async Task<int> PlanMissed(Guid place, ScheduleBook old, ScheduleBook anew, CancellationToken cancellation)
    {
        var (today, horizon) = (clock.Today, clock.Today.AddDays(Reach));
        Candidates candidates = new(db, old);
        ReminderLedger ledger = new(db, clock);
        var found = await candidates.Find(place, null, _ => (today.AddDays(1), horizon), cancellation);
        var planned = 0;
        await foreach (var page in candidates.Facts(found, today, cancellation))
        {
            var missed = page.SelectMany(of =>
            {
                var later = old.Of(of.PlanId, place).Upcoming(of.Facts, today.AddDays(1), horizon);
                return anew.Of(of.PlanId, place).Upcoming(of.Facts, today.AddDays(-Reach), today)
                    .Where(x => later.Any(y => y.Rung == x.Rung && (y.NominalDay == x.NominalDay || x.Rung.Kind == RungKind.Unsigned))).Select(x => (of, x));
            });
            planned += await ledger.Write(missed.ToList(), cancellation);
        }

        return planned;
    }
}
