using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>How many fall due in each month, and how many were finished in it.</summary>
public static class ShowMonths
{
    /// <summary>Months shown before and after the present one.</summary>
    public const int Before = 8;
    public const int After = 3;

    public sealed record Query(Guid? Place = null, Guid? Plan = null, Side Side = Side.Lead) : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="First">The first day of the month.</param>
    /// <param name="Due">Of those that count and whose deadline is confirmed; whether or not they are closed by now.</param>
    /// <param name="Closed">Finished in this month, whenever they were due.</param>
    public sealed record Row(DateOnly First, int Due, int Closed);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var present = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
            var (from, to) = (present.AddMonths(-Before), present.AddMonths(After + 1));
            var side = db.OccurrencesReadBy(actor, request.Place, request.Plan).Where(MeasureDay.On(request.Side))
                .Where(x => !x.Ongoing && x.State != OccurrenceState.Cancelled && x.State != OccurrenceState.Suspended);
            var due = side.Where(x => x.DeadlineConfirmed && x.DueOn >= from && x.DueOn < to)
                .GroupBy(x => x.DueOn).Select(day => new { IsClosing = false, Day = day.Key, Count = day.Count() });
            var closed = side.Where(x => x.State == OccurrenceState.Closed && x.FinishedOn >= from && x.FinishedOn < to)
                .GroupBy(x => x.FinishedOn).Select(day => new { IsClosing = true, Day = day.Key, Count = day.Count() });
            var days = await due.Concat(closed).ToListAsync(cancellationToken);
            return Enumerable.Range(-Before, Before + After + 1).Select(offset => present.AddMonths(offset))
                .Select(month => new Row(month, In(month, isClosing: false), In(month, isClosing: true))).ToList();

            int In(DateOnly month, bool isClosing) => days
                .Where(x => x.IsClosing == isClosing && x.Day!.Value.Year == month.Year && x.Day.Value.Month == month.Month).Sum(x => x.Count);
        }
    }
}
