using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>The plans that somebody may read, newest first, with how far each has come.</summary>
public static class ListPlans
{
    public sealed record Query(int Page) : IQuery<Result>;

    /// <param name="MayImport">Whether the page offers to import a document.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, bool MayImport);

    /// <param name="Runs">Parts of units that are counted: ongoing and cancelled ones are not.</param>
    public sealed record Row(
        Guid Id, string Title, PlanKind Kind, string DocNumber, string Place, DateOnly PublishedOn, int Tasks, int Units, int Runs, int Closed, int Unsigned);

    public const int PageSize = 20;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var plans = db.PlansFor(actor).AsNoTracking();
            var total = await plans.CountAsync(cancellationToken);
            var rows = await plans.OrderByDescending(x => x.PublishedAt).ThenBy(x => x.Id)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new Row(
                    x.Id, x.Title, x.Kind, x.DocNumber, x.Jurisdiction.Name, x.PublishedOn, x.Tasks.Count(t => t.WithdrawnOn == null),
                    db.Assignments.Where(a => a.PlanId == x.Id && a.EndedOn == null).Select(a => a.OrgUnitId).Distinct().Count(),
                    db.Occurrences.Count(o => o.PlanId == x.Id && !o.Ongoing && o.State != OccurrenceState.Cancelled && o.State != OccurrenceState.Suspended),
                    db.Occurrences.Count(o => o.PlanId == x.Id && !o.Ongoing && o.State == OccurrenceState.Closed),
                    db.Occurrences.Count(o => o.PlanId == x.Id && o.State == OccurrenceState.Pending)))
                .ToListAsync(cancellationToken);
            return new Result(rows, total, actor.Is(Function.Coordinator));
        }
    }
}
