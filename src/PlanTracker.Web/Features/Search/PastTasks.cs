using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Features.Search;

/// <summary>Finds tasks as they stood on a past day: folds the histories of all that might be meant, then asks the same conditions.</summary>
public sealed class PastTasks(PlanTrackerDbContext db, PastStandings standings, OccurrenceLights lights, WorkingCalendar calendar)
{
    /// <param name="inOrder">All that the reader may see and that the words and places do not rule out.</param>
    internal async Task<FindTasks.Result> Find(IQueryable<Occurrence> inOrder, FindTasks.Query request, DateOnly day, CancellationToken cancellation)
    {
        var fits = new MeasureDay(day, calendar).Where(request.Filter, request.DueWithin).Compile();
        var stood = (await standings.SetBack(inOrder, day, cancellation)).Where(fits).ToList();
        if (request.Narrowing.Unit is { } unit)
            stood.RemoveAll(x => x.OrgUnitId != unit);
        Guid[] unitIds = [.. stood.Select(x => x.OrgUnitId).Distinct()];
        var units = await db.OrgUnits.AsNoTracking().Where(x => unitIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => (x.Name, x.Kind), cancellation);
        var book = await lights.Of(stood.Select(x => x.PlanId), day, cancellation);
        if (request.Colour is { } colour)
            stood.RemoveAll(x => book.LightOf(LightColumns.Of(x, units[x.OrgUnitId].Kind)).Colour != colour);
        var page = Sorted(stood, request.Order).Skip((request.Page - 1) * FindTasks.PageSize).Take(FindTasks.PageSize).ToList();
        Guid[] taskIds = [.. page.Select(x => x.PlanTaskId).Distinct()];
        var tasks = await db.PlanTasks.AsNoTracking().Where(x => taskIds.Contains(x.Id)).Select(x => new { x.Id, x.Number, x.Title, Plan = x.Plan.Title })
            .ToDictionaryAsync(x => x.Id, cancellation);
        return new FindTasks.Result(
            [.. page.Select(x => FindTasks.Handler.RowOf(
                x, tasks[x.PlanTaskId].Number, tasks[x.PlanTaskId].Title, tasks[x.PlanTaskId].Plan, units[x.OrgUnitId].Name, units[x.OrgUnitId].Kind, book))],
            stood.Count);
    }

    // By plan and by unit the order is that of the store; the days are those of then.
    private static IEnumerable<Occurrence> Sorted(List<Occurrence> stood, TaskOrder order) => order switch
    {
        TaskOrder.Due => stood.OrderBy(x => x.DueOn is null).ThenBy(x => x.DueOn),
        TaskOrder.LastReport => stood.OrderBy(x => x.LastReportedOn is not null).ThenBy(x => x.LastReportedOn),
        _ => stood,
    };
}
