using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Progress;

/// <summary>What the asker's units did not report in the last closed round of each plan and may still make up for. Older rounds are let go: a fact is reported
/// once.</summary>
public static class ListMissed
{
    public sealed record Query : IQuery<IReadOnlyList<MissedRound>>;

    public sealed record MissedRound(Guid RoundId, string Plan, string Round, DateTime ClosedAt, string FiguresWanted, IReadOnlyList<Row> Rows);

    /// <param name="ReturnedBecause">Why what was reported in time was sent back; null where nothing was reported.</param>
    public sealed record Row(Guid OccurrenceId, Guid TaskId, string Number, string Title, string Unit, string? ReturnedBecause);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, IReadOnlyList<MissedRound>>
    {
        public async Task<IReadOnlyList<MissedRound>> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = actor.UnitIds;
            var mine = db.Occurrences.AsNoTracking().Where(x => units.Contains(x.OrgUnitId)
                && (x.State == OccurrenceState.InProgress || x.State == OccurrenceState.Returned || x.State == OccurrenceState.Reopened
                    || x.State == OccurrenceState.UnitReview || x.State == OccurrenceState.FirstReview || x.State == OccurrenceState.LeaderApproval));
            var rows = await db.Misses().AsNoTracking()
                .Where(x => !db.ReportingRounds.Any(
                    later => later.PlanId == x.Snapshot.Round.PlanId && later.ClosedAt != null && later.CutOffOn > x.Snapshot.Round.CutOffOn))
                .Join(mine, x => x.OccurrenceId, o => o.Id, (x, o) => new
                {
                    x.RoundId, Plan = x.Snapshot.Round.Plan.Title, Round = x.Snapshot.Round.Name, x.Snapshot.TakenAt, x.Snapshot.Round.FiguresWanted, o.PlanTask.Position,
                    Row = new Row(o.Id, o.PlanTaskId, o.PlanTask.Number, o.PlanTask.Title, o.OrgUnit.Name, x.ReturnedBecause),
                }).ToListAsync(cancellationToken);
            return [.. rows.GroupBy(x => x.RoundId).Select(x => (First: x.First(), Rows: x.OrderBy(r => r.Position).ThenBy(r => r.Row.Unit, StringComparer.Ordinal)))
                .OrderBy(x => x.First.Plan, StringComparer.Ordinal)
                .Select(x => new MissedRound(
                    x.First.RoundId, x.First.Plan, x.First.Round, x.First.TakenAt, x.First.FiguresWanted, [.. x.Rows.Select(r => r.Row)]))];
        }
    }
}
