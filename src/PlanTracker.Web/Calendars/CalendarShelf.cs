using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Calendars;

/// <summary>The working calendar of each place, kept in memory: the national notices that the program brought along, those that were loaded since, and the
/// days of the place's own and of those above it, of which the nearest counts.</summary>
public sealed class CalendarShelf
{
    private volatile Shelved shelved = new(WorkingCalendar.National, new Dictionary<Guid, WorkingCalendar>());

    /// <summary>The place's calendar; the national one for none. Places without days of their own share one instance.</summary>
    public WorkingCalendar Of(Guid? jurisdictionId)
    {
        var now = shelved;
        return jurisdictionId is { } id && now.ByPlace.TryGetValue(id, out var own) ? own : now.National;
    }

    /// <summary>The calendars as they stand now, whatever is read later.</summary>
    public Func<Guid, WorkingCalendar> Kept()
    {
        var now = shelved;
        return id => now.ByPlace.TryGetValue(id, out var own) ? own : now.National;
    }

    /// <summary>Reads anew what is stored.</summary>
    public async Task Read(PlanTrackerDbContext db, CancellationToken cancellation)
    {
        var loaded = await db.LoadedNotices.AsNoTracking().OrderBy(x => x.Year).Select(x => x.Content).ToListAsync(cancellation);
        var days = await db.LocalDays.AsNoTracking().Select(x => new { x.Jurisdiction.Path, x.Day, x.IsWorked }).ToListAsync(cancellation);

        // What was loaded was read before it was stored; a row that is not readable any more must not take down every page.
        var notices = loaded.Select(x => HolidayNotice.Read(Encoding.UTF8.GetBytes(x))).Where(x => x.IsDone).SelectMany(x => x.Value).ToList();
        var national = notices.Count == 0 ? WorkingCalendar.National : WorkingCalendar.National.With(notices);
        Dictionary<Guid, WorkingCalendar> byPlace = [];
        if (days.Count > 0)
        {
            foreach (var place in await db.Jurisdictions.AsNoTracking().Select(x => new { x.Id, x.Path }).ToListAsync(cancellation))
            {
                Dictionary<DateOnly, bool> overlay = [];
                foreach (var day in days.Where(x => place.Path.StartsWith(x.Path, StringComparison.Ordinal)).OrderBy(x => x.Path.Length))
                    overlay[day.Day] = day.IsWorked;
                if (overlay.Count > 0)
                    byPlace[place.Id] = national.WithOverlay(overlay);
            }
        }

        shelved = new(national, byPlace);
    }

    private sealed record Shelved(WorkingCalendar National, IReadOnlyDictionary<Guid, WorkingCalendar> ByPlace);
}
