using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>What goes on beside deadlines: milestones that passed without being reported reached, longest first, and units that did not confirm their ongoing
/// tasks in the last round that ended. Bodies that are asked by letter are not named, unless their place says so.</summary>
public static class ShowSteps
{
    public const int MostShown = 10;

    public sealed record Query(Guid? Place = null, Guid? Plan = null) : IQuery<Outcome<Result>>;

    /// <param name="Missed">The longest overdue of all.</param>
    /// <param name="AllMissed">How many there are of them, in how many tasks.</param>
    public sealed record Result(IReadOnlyList<Row> Missed, int AllMissed, int Tasks, IReadOnlyDictionary<Guid, int> Unconfirmed);

    /// <param name="Leaders">As on the list of what is overdue.</param>
    public sealed record Row(
        Guid TaskId, string Number, string Title, string PlanTitle, Guid UnitId, string Unit, DateOnly DueOn, string Words, int DaysLate, string Leaders);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            var open = db.OccurrencesReadBy(actor, request.Place, request.Plan).AsNoTracking().Named(db).NotOver()
                .Where(x => x.State != OccurrenceState.Suspended && x.State != OccurrenceState.Refused);
            var missed = await Missed(open, cancellationToken);
            return new Result(
                [.. missed.Take(MostShown)], missed.Count, missed.Select(x => x.TaskId).Distinct().Count(), await Unconfirmed(open, cancellationToken));
        }

        private async Task<List<Row>> Missed(IQueryable<Occurrence> open, CancellationToken cancellation)
        {
            var today = clock.Today;
            var rows = await open.Where(x => x.Role != Role.Cooperating && x.RequestedOn == null && !x.Ongoing)
                .Join(db.Milestones.Where(x => x.DueOn < today), x => x.PlanTaskId, milestone => milestone.PlanTaskId, (x, milestone) => new
                {
                    x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, x.PlanTask.Leaders, PlanTitle = x.Plan.Title, x.OrgUnitId, Unit = x.OrgUnit.Name, x.Reached, x.OpenedOn,
                    Leader = x.OrgUnit.SupervisingLeader!.Name, milestone.DueOn, milestone.Words,
                }).ToListAsync(cancellation);

            // What had passed before it was handed over was never asked of anybody.
            return [.. rows.Where(x => x.DueOn >= x.OpenedOn && MilestoneMarks.Parse(x.Reached).On(x.DueOn) is null).OrderBy(x => x.DueOn).ThenBy(x => x.Number, StringComparer.Ordinal)
                .Select(x => new Row(
                    x.PlanTaskId, x.Number, x.Title, x.PlanTitle, x.OrgUnitId, x.Unit, x.DueOn, x.Words, today.DayNumber - x.DueOn.DayNumber,
                    x.Leaders.Length > 0 ? x.Leaders : x.Leader ?? ""))];
        }

        private async Task<Dictionary<Guid, int>> Unconfirmed(IQueryable<Occurrence> open, CancellationToken cancellation)
        {
            var today = clock.Today;
            var ended = await db.ReportingRounds.AsNoTracking().Where(x => x.CutOffOn < today && !db.ReportingRounds.Any(
                later => later.PlanId == x.PlanId && later.CutOffOn < today && later.CutOffOn > x.CutOffOn)).Select(x => x.Id).ToListAsync(cancellation);
            return await open.Where(x => x.Ongoing)
                .Join(db.ReportingRounds.Where(x => ended.Contains(x.Id)), x => x.PlanId, round => round.PlanId, (x, round) => new { Run = x, round.CutOffOn, RoundId = round.Id, round.OpensOn })

                // A later word confirms too: what is asked is whether it is still being done.
                .Where(x => x.Run.OpenedOn <= x.CutOffOn && !x.Run.Reports.Any(report => report.ReturnedBecause == null && (report.RoundId == x.RoundId || report.On >= x.OpensOn)))
                .GroupBy(x => x.Run.OrgUnitId).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
        }
    }
}
