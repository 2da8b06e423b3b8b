using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What would go out in the next 30 days if nothing changed, by day and by unit, and to whom: worked out by the planner from the same facts, not read
/// from the ledger. Of all places in which the person coordinates, of one, or of one plan; by the ladders as they are saved, or by one that is only tried.</summary>
public static class UpcomingReminders
{
    public const int Days = 30;

    /// <param name="PlanId">One plan; null for all.</param>
    /// <param name="JurisdictionId">One place; null for all, or for the plan's.</param>
    /// <param name="Tried">In place of the plan's ladder, or of the place's.</param>
    /// <param name="AsPlace">The plan by the ladder of its place.</param>
    public sealed record Query(Guid? PlanId = null, Guid? JurisdictionId = null, Ladder? Tried = null, bool AsPlace = false) : IQuery<IReadOnlyList<Row>>;

    /// <param name="IsProvisional">No notice of days off is known for that year yet, so that the day may still move.</param>
    /// <param name="Tasks">Tasks that are reminded of, each once.</param>
    public sealed record Row(
        DateOnly Day, bool IsProvisional, int Tasks, IReadOnlyList<RungCount> Rungs, IReadOnlyList<Line> Lines)
    {
        public int Units => Lines.Select(x => x.Unit).Distinct().Count();
    }

    /// <param name="Moved">Of them, those that would fall on a day off and so go out on another.</param>
    public sealed record RungCount(Rung Rung, int Tasks, int Moved);

    /// <summary>What one unit gets on the day.</summary>
    /// <param name="To">Names of those who would get it, as roles are held today; empty where there is nobody.</param>
    public sealed record Line(string Unit, Audience Audience, IReadOnlyList<string> To, IReadOnlyList<RungCount> Rungs);

    /// <summary>All that is overdue counts as one: how long is told on the day.</summary>
    private static Rung Shown(Rung rung) => rung.Kind is RungKind.Overdue or RungKind.MilestoneOverdue ? new(rung.Kind) : rung;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, CalendarShelf calendars) : IHandler<Query, IReadOnlyList<Row>>
    {
        private readonly Dictionary<(DateOnly Day, Guid OrgUnitId, Rung Rung), (int Tasks, int Moved)> counts = [];
        private readonly Dictionary<DateOnly, int> tasks = [];

        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var places = request.PlanId is { } plan
                ? await db.Plans.Where(x => x.Id == plan).Select(x => x.JurisdictionId).ToListAsync(cancellationToken)
                : request.JurisdictionId is { } place ? [place] : [.. actor.CoordinatedIds];
            places.RemoveAll(x => !actor.Coordinates(x));
            var schedules = await ScheduleBook.Read(db, x => calendars.Of(x), cancellationToken);
            foreach (var own in places)
            {
                var by = request.Tried is { } tried ? schedules.Trying(tried, request.PlanId, own)
                    : request is { AsPlace: true, PlanId: { } one } ? schedules.Without(one) : schedules;
                await Count(own, request.PlanId, by, cancellationToken);
            }

            return await Rows(places, cancellationToken);
        }

        private async Task Count(Guid place, Guid? planId, ScheduleBook schedules, CancellationToken cancellation)
        {
            var (from, to) = (clock.Today.AddDays(1), clock.Today.AddDays(Days));
            Candidates candidates = new(db, schedules);
            var found = await candidates.Find(place, planId, _ => (from, to), cancellation);
            await foreach (var page in candidates.Facts(found, clock.Today, cancellation))
            {
                foreach (var of in page)
                {
                    var reminders = schedules.Of(of.PlanId, place).Upcoming(of.Facts, from, to);
                    foreach (var reminder in reminders)
                    {
                        var key = (reminder.GoesOutOn, of.OrgUnitId, Shown(reminder.Rung));
                        var (before, moved) = counts.GetValueOrDefault(key);
                        counts[key] = (before + 1, moved + (reminder.GoesOutOn == reminder.NominalDay ? 0 : 1));
                    }

                    foreach (var day in reminders.Select(x => x.GoesOutOn).Distinct())
                        tasks[day] = tasks.GetValueOrDefault(day) + 1;
                }
            }
        }

        private async Task<IReadOnlyList<Row>> Rows(IReadOnlyList<Guid> places, CancellationToken cancellation)
        {
            Guid[] ids = [.. counts.Keys.Select(x => x.OrgUnitId).Distinct()];
            var units = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new { x.Id, x.Name }).ToListAsync(cancellation);
            var people = await Recipients.Of(db, ids, clock.Today, cancellation);
            Guid[] accounts = [.. people.Select(x => x.AccountId).Distinct()];
            var names = await db.Users.AsNoTracking().Where(x => accounts.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.DisplayName, cancellation);
            return [.. counts.GroupBy(x => x.Key.Day).OrderBy(x => x.Key).Select(day => new Row(
                day.Key, places.Any(x => calendars.Of(x).IsProvisional(day.Key)), tasks[day.Key], Sum(day),
                [.. units.SelectMany(unit => day.Where(x => x.Key.OrgUnitId == unit.Id).GroupBy(x => x.Key.Rung.Audience).OrderBy(x => x.Key)
                    .Select(audience => new Line(unit.Name, audience.Key, To(unit.Id, audience.Key), Sum(audience))))]))];

            IReadOnlyList<string> To(Guid unit, Audience audience) => audience == Audience.Coordinator ? []
                : [.. people.Where(x => x.OrgUnitId == unit && x.IsFor(audience)).Select(x => names[x.AccountId]).Distinct().Order(StringComparer.Ordinal)];
        }

        private static IReadOnlyList<RungCount> Sum(IEnumerable<KeyValuePair<(DateOnly, Guid, Rung Rung), (int Tasks, int Moved)>> some) =>
            [.. some.GroupBy(x => x.Key.Rung).OrderByDescending(x => x.Key)
                .Select(x => new RungCount(x.Key, x.Sum(one => one.Value.Tasks), x.Sum(one => one.Value.Moved)))];
    }
}
