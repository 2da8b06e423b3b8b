using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>What is overdue, longest first, with who answers for it. Bodies that are asked by letter are not named here, unless their place says so.</summary>
public static class ShowOverdue
{
    public const int PageSize = 15;

    /// <param name="Page">From 1.</param>
    public sealed record Query(Guid? Place = null, Guid? Plan = null, Side Side = Side.Lead, int Page = 1) : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="Leaders">The leaders whom the document names for the task, else the unit's supervising leader; empty where nobody is named.</param>
    /// <param name="Contact">Name and telephone of a contact of the unit; empty where there is none.</param>
    public sealed record Row(
        Guid TaskId, string Number, string Title, string PlanTitle, Guid UnitId, string Unit, DateOnly DueOn, DateOnly? OriginalDueOn, int DaysLate, string Leaders, string Contact);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var day = new MeasureDay(today, calendar);
            var rows = await db.OccurrencesReadBy(actor, request.Place, request.Plan)
                .Where(day.Where(TaskFilter.Overdue)).Where(MeasureDay.On(request.Side))
                .Named(db)
                .OrderBy(x => x.DueOn).ThenBy(x => x.Id)
                .Skip((request.Page - 1) * PageSize).Take(PageSize)
                .Select(x => new
                {
                    x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, x.PlanTask.Leaders, PlanTitle = x.Plan.Title, x.OrgUnitId, Unit = x.OrgUnit.Name, x.DueOn,
                    x.OriginalDueOn, Leader = x.OrgUnit.SupervisingLeader!.Name,
                    Contact = x.OrgUnit.Contacts.OrderBy(c => c.IsHead).ThenBy(c => c.Name).Select(c => c.Name + " " + c.Phone).FirstOrDefault(),
                })
                .AsNoTracking().ToListAsync(cancellationToken);
            return rows.OrderBy(x => x.DueOn)
                .Select(x => new Row(
                    x.PlanTaskId, x.Number, x.Title, x.PlanTitle, x.OrgUnitId, x.Unit, x.DueOn!.Value, x.OriginalDueOn, today.DayNumber - x.DueOn.Value.DayNumber,
                    x.Leaders.Length > 0 ? x.Leaders : x.Leader ?? "", x.Contact?.Trim() ?? ""))
                .ToList();
        }
    }
}
