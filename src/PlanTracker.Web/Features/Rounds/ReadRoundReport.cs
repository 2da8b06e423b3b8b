using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>What stands behind one cell of the grid: the words of this round, and those before it.</summary>
public static class ReadRoundReport
{
    public sealed record Query(Guid RoundId, Guid OccurrenceId) : IQuery<Outcome<Result>>;

    /// <param name="Reports">Of this round, the latest first.</param>
    /// <param name="Before">The last report before this round, for comparing.</param>
    public sealed record Result(
        ReportingRound Round, Guid PlanTaskId, string Number, string Title, string Unit, Role Role, OccurrenceState State, DateOnly? PeriodFrom, RoundCell Cell,
        IReadOnlyList<ReportLine> Reports, ReportLine? Before)
    {
        /// <summary>Only the last one can be sent back: it is the one that stands.</summary>
        public bool CanReturn => Round.ClosedAt is null && Reports.Count > 0 && Reports[0].ReturnedBecause is null;
    }

    public sealed record ReportLine(
        Guid Id, string Words, int Percent, string Figures, bool NothingNew, string ByName, EntrySource Source, DateOnly On, string? ReturnedBecause, string ReturnedByName, DateTime? ReturnedAt,
        string? RoundName, IReadOnlyList<string> Files);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundReader reader) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
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
                round, head.PlanTaskId, head.Number, head.Title, head.Unit, head.Role, head.State, head.PeriodFrom, row.Cell,
                await Lines(reports.Where(x => x.RoundId == round.Id)).ToListAsync(cancellationToken), await Lines(before).FirstOrDefaultAsync(cancellationToken));
        }

        private static IQueryable<ReportLine> Lines(IQueryable<ProgressReport> reports) =>
            reports.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Select(x => new ReportLine(
                x.Id, x.Words, x.Percent, x.Figures, x.NothingNew, x.ByName, x.Source, x.On, x.ReturnedBecause, x.ReturnedByName,
                x.ReturnedAt, x.Round == null ? null : x.Round.Name, x.Evidence.Select(e => e.FileName).ToList()));
    }
}
