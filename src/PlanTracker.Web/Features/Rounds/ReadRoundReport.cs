using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>What stands behind one cell of the grid: the words of this round, and those before it; of a closed round those that its snapshot keeps, and beside them
/// what came after.</summary>
public static class ReadRoundReport
{
    public sealed record Query(Guid RoundId, Guid OccurrenceId) : IQuery<Outcome<Result>>;

    /// <param name="Reports">Of this round, the latest first; of a closed one the one that its snapshot keeps.</param>
    /// <param name="Before">The last report before this round, for comparing.</param>
    /// <param name="After">Those that came after the round was closed.</param>
    /// <param name="Light">On the day of closing; null while the round is open.</param>
    public sealed record Result(
        string RoundName, bool IsClosed, Guid PlanTaskId, string Number, string Title, string Unit, Role Role, OccurrenceState State, DateOnly? PeriodFrom, RoundCell Cell,
        IReadOnlyList<ReportLine> Reports, ReportLine? Before, IReadOnlyList<ReportLine> After, Light? Light)
    {
        /// <summary>Only the last one can be sent back: it is the one that stands.</summary>
        public bool CanReturn => !IsClosed && Reports.Count > 0 && Reports[0].ReturnedBecause is null;
    }

    public sealed record ReportLine(
        Guid Id, string Words, int Percent, string Figures, bool NothingNew, bool StillDone, string Reached, string ByName, EntrySource Source, DateOnly On, string? ReturnedBecause, string ReturnedByName, DateTime? ReturnedAt,
        string? RoundName, IReadOnlyList<string> Files);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundReader reader) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            if (round.ClosedAt is not null)
                return await Kept(request, cancellationToken);
            var row = (await reader.Of([round.Id], cancellationToken)).FirstOrDefault(x => x.OccurrenceId == request.OccurrenceId);
            if (row is null)
                return RefusalKind.NotFound;
            var head = await db.Occurrences.AsNoTracking().Where(x => x.Id == request.OccurrenceId)
                .Select(x => new { x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, Unit = x.OrgUnit.Name, x.Role, x.State, x.PeriodFrom }).SingleAsync(cancellationToken);
            var reports = db.ProgressReports.AsNoTracking().Where(x => x.OccurrenceId == request.OccurrenceId);
            var first = await reports.Where(x => x.RoundId == round.Id).Select(x => (DateTime?)x.At).MinAsync(cancellationToken);
            var before = reports.Where(x => x.RoundId != round.Id && x.ReturnedBecause == null);
            before = first is { } at ? before.Where(x => x.At < at) : before.Where(x => x.On <= round.CutOffOn);
            return new Result(
                round.Name, false, head.PlanTaskId, head.Number, head.Title, head.Unit, head.Role, head.State, head.PeriodFrom, row.Cell,
                await Lines(reports.Where(x => x.RoundId == round.Id)).ToListAsync(cancellationToken), await Lines(before).FirstOrDefaultAsync(cancellationToken), [], null);
        }

        private async Task<Outcome<Result>> Kept(Query request, CancellationToken cancellation)
        {
            var cell = await db.SnapshotCells.AsNoTracking().Include(x => x.Snapshot)
                .SingleOrDefaultAsync(x => x.RoundId == request.RoundId && x.OccurrenceId == request.OccurrenceId, cancellation);
            if (cell is null)
                return RefusalKind.NotFound;
            var content = cell.Snapshot.Content;
            var task = content.Tasks.Single(x => x.Id == cell.PlanTaskId);
            ReportLine[] kept = cell.ReportId is { } id
                ? [new ReportLine(
                    id, cell.Words, cell.Percent, cell.Figures, cell is { Words.Length: 0, StillDone: false, Reached.Length: 0 }, cell.StillDone, cell.Reached, cell.ReportedByName, cell.Source, cell.ReportedOn!.Value, cell.ReturnedBecause, "", null,
                    content.RoundName, cell.Files.Length == 0 ? [] : cell.Files.Split('、'))]
                : [];
            var after = await Lines(db.ReportsAfterClosing(cell.RoundId).AsNoTracking().Where(x => x.OccurrenceId == cell.OccurrenceId)).ToListAsync(cancellation);
            return new Result(
                content.RoundName, true, cell.PlanTaskId, task.Number, task.Title, content.Units.Single(x => x.Id == cell.OrgUnitId).Name, cell.Role, cell.State,
                cell.PeriodFrom, cell.Cell, kept, null, after, cell.LightOfThatDay);
        }

        private static IQueryable<ReportLine> Lines(IQueryable<ProgressReport> reports) =>
            reports.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Select(x => new ReportLine(
                x.Id, x.Words, x.Percent, x.Figures, x.NothingNew, x.StillDone, x.Reached, x.ByName, x.Source, x.On, x.ReturnedBecause, x.ReturnedByName,
                x.ReturnedAt, x.Round == null ? null : x.Round.Name, x.Evidence.Select(e => e.FileName).ToList()));
    }
}
