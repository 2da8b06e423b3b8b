using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Units for whose reminders there was nobody with an account, with whom to call instead.</summary>
public static class UnreachedUnits
{
    private const int DaysBack = 30;

    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="Tasks">Open tasks of the unit with such a reminder in the last 30 days.</param>
    public sealed record Row(Guid OrgUnitId, string Unit, int Tasks, DateOnly Last, IReadOnlyList<Contact> Contacts);

    public sealed record Contact(string Name, string Phone, bool IsHead);

    /// <summary>Reminders of the last 30 days that nobody received, of tasks that are still the unit's to do.</summary>
    internal static IQueryable<Reminder> Missed(PlanTrackerDbContext db, Guid[] jurisdictions, DateOnly today)
    {
        var since = today.AddDays(-DaysBack);
        return db.Reminders.AsNoTracking().Where(x => jurisdictions.Contains(x.JurisdictionId) && x.State == ReminderState.NoRecipient && x.GoesOutOn >= since)
            .Where(x => OccurrenceFacts.Open(db).Any(o => o.Id == x.OccurrenceId && o.OrgUnitId == x.OrgUnitId));
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var missed = await Missed(db, actor.CoordinatedIds(), clock.Today).GroupBy(x => x.OrgUnitId)
                .Select(x => new { Unit = x.Key, Tasks = x.Select(r => r.OccurrenceId).Distinct().Count(), Last = x.Max(r => r.GoesOutOn) })
                .ToDictionaryAsync(x => x.Unit, cancellationToken);
            Guid[] ids = [.. missed.Keys];
            var units = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new { x.Id, x.Name, Contacts = x.Contacts.OrderBy(c => c.IsHead).Select(c => new Contact(c.Name, c.Phone, c.IsHead)).ToList() })
                .ToListAsync(cancellationToken);
            return [.. units.Select(x => new Row(x.Id, x.Name, missed[x.Id].Tasks, missed[x.Id].Last, x.Contacts))];
        }
    }
}
