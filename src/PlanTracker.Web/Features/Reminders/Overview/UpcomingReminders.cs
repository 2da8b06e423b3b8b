using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What would go out in the next 30 days if nothing changed, by day and by unit: worked out from the same ladder, not read from the ledger.</summary>
public static class UpcomingReminders
{
    public const int Days = 30;

    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="IsProvisional">No notice of days off is known for that year yet, so that the day may still move.</param>
    public sealed record Row(DateOnly Day, bool IsProvisional, int Units, IReadOnlyList<RungCount> Rungs);

    public sealed record RungCount(Rung Rung, int Tasks);

    /// <summary>All that is overdue counts as one: how long is told on the day.</summary>
    private static Rung Shown(Rung rung) => rung.Kind == RungKind.Overdue ? new(RungKind.Overdue) : rung;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.CoordinatedIds();
            var (from, to) = (clock.Today.AddDays(1), clock.Today.AddDays(Days));
            var open = OccurrenceFacts.Open(db).Where(x => own.Contains(x.JurisdictionId));
            var facts = await OccurrenceFacts.Read(open, db, clock.Today, cancellationToken);
            return [.. facts
                .SelectMany(x => ReminderPlanner.Upcoming(x.Facts, from, to, Ladder.Default, calendar).Select(reminder => (x.OrgUnitId, Reminder: reminder)))
                .GroupBy(x => x.Reminder.GoesOutOn).OrderBy(x => x.Key)
                .Select(day => new Row(
                    day.Key, calendar.IsProvisional(day.Key), day.Select(x => x.OrgUnitId).Distinct().Count(),
                    [.. day.GroupBy(x => Shown(x.Reminder.Rung)).OrderByDescending(x => x.Key).Select(x => new RungCount(x.Key, x.Count()))]))];
        }
    }
}
