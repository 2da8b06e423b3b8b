using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>A tab of the queue by unit, for asking each unit once and not once a task.</summary>
public static class UnitsBehind
{
    public sealed record Query(QueueTab Tab) : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="Count">Entries of the tab.</param>
    /// <param name="EarliestDueOn">Of those; null where none has a deadline.</param>
    /// <param name="UrgedThisMonth">How often the unit was asked for anything since the first of the month.</param>
    public sealed record Row(Guid Id, string Name, bool IsAskedByLetter, int Count, DateOnly? EarliestDueOn, int UrgedThisMonth);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, UrgeWriter urges) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var units = await db.Occurrences.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId))
                .In(request.Tab, db, clock.Today, QueueFilters.UnsignedSince(clock.Today, calendar))
                .GroupBy(x => new { x.OrgUnitId, x.OrgUnit.Name, x.OrgUnit.Kind, x.OrgUnit.Position })
                .Select(x => new { x.Key.OrgUnitId, x.Key.Name, x.Key.Kind, x.Key.Position, Count = x.Count(), Earliest = x.Min(o => o.DueOn) })
                .OrderBy(x => x.Position).ThenBy(x => x.Name).ToListAsync(cancellationToken);
            var urged = await urges.ThisMonth(actor.CoordinatedIds, cancellationToken);
            return units.ConvertAll(x => new Row(x.OrgUnitId, x.Name, x.Kind.IsAskedByLetter, x.Count, x.Earliest, urged.GetValueOrDefault(x.OrgUnitId)));
        }
    }
}
