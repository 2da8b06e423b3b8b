using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Progress;

/// <summary>Closes a round of reporting into its snapshot: the one place that does. Saves nothing; the caller saves once.</summary>
public sealed class RoundCloser(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, RoundReader reader, OccurrenceLights lights)
{
    /// <param name="round">Tracked and open.</param>
    public async Task Close(ReportingRound round, CancellationToken cancellation)
    {
        // All that is read belongs to one moment, as far as the store can say so.
        await db.BeginChange(cancellation);
        var rows = await reader.Of([round.Id], cancellation);
        var content = await Content(round, rows, cancellation);
        round.ClosedAt = clock.UtcNow;
        db.RoundSnapshots.Add(new RoundSnapshot
        {
            RoundId = round.Id, JurisdictionId = round.JurisdictionId, TakenAt = round.ClosedAt.Value, Day = clock.Today,
            ByName = actor.IsSystem ? "" : actor.Name, Content = content,
        });
        db.SnapshotCells.AddRange(await Cells(round, rows, cancellation));
    }

    private async Task<SnapshotContent> Content(ReportingRound round, IReadOnlyList<RoundRow> rows, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().Where(x => x.Id == round.PlanId).Select(x => x.Title).SingleAsync(cancellation);
        var tallies = (await new MeasureDay(clock.Today, calendar).Alike(db.Occurrences.Where(x => x.PlanId == round.PlanId)).ToListAsync(cancellation))
            .GroupBy(x => x.OrgUnitId).ToDictionary(x => x.Key, Tallied);
        var urged = await db.Urges.Where(x => x.RoundId == round.Id && x.Kind == UrgeKind.MissingReport).GroupBy(x => x.OrgUnitId)
            .Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellation);
        var tasks = await reader.TasksOf(rows, cancellation);
        var units = await reader.Units(rows.Select(x => x.OrgUnitId).Concat(tallies.Keys), cancellation);
        return new SnapshotContent
        {
            PlanTitle = plan, RoundName = round.Name, OpensOn = round.OpensOn, CutOffOn = round.CutOffOn, FiguresUpTo = round.FiguresUpTo,
            FiguresCumulative = round.FiguresCumulative, FiguresWanted = round.FiguresWanted, Counts = RoundCounts.Of(rows.Select(x => x.Cell)),
            Tally = tallies.Values.Aggregate(default(SidedTally), SidedTally.Add), Tasks = tasks,
            Units = [.. units.Select(x => new SnapshotUnit(
                x.Id, x.Name, x.Kind.IsAskedByLetter, urged.GetValueOrDefault(x.Id), tallies.GetValueOrDefault(x.Id)))],
        };
    }

    private static SidedTally Tallied(IEnumerable<AlikeRow> rows) => rows.Aggregate(default(SidedTally), (sum, row) => sum + (row.Side == Side.Cooperating
        ? new SidedTally(default, row.Tally)
        : new SidedTally(row.Tally, default)));

    private async Task<IEnumerable<SnapshotCell>> Cells(ReportingRound round, IReadOnlyList<RoundRow> rows, CancellationToken cancellation)
    {
        var book = await lights.Of([round.PlanId], cancellation);
        var runs = await db.Occurrences.AsNoTracking().Where(x => x.PlanId == round.PlanId).Select(x => new { Run = x, x.OrgUnit.Kind })
            .ToDictionaryAsync(x => x.Run.Id, cancellation);
        var reports = await db.ProgressReports.AsNoTracking().Where(x => x.RoundId == round.Id)
            .Select(x => new { Report = x, Files = x.Evidence.Select(e => e.FileName).ToList() }).ToDictionaryAsync(x => x.Report.Id, cancellation);
        return rows.Select(row =>
        {
            var (own, kind) = (runs[row.OccurrenceId].Run, runs[row.OccurrenceId].Kind);
            var light = book.LightOf(LightColumns.Of(own, kind));
            var cell = new SnapshotCell
            {
                Id = clock.NewId(), RoundId = round.Id, JurisdictionId = round.JurisdictionId, OccurrenceId = row.OccurrenceId, PlanTaskId = row.PlanTaskId,
                OrgUnitId = row.OrgUnitId, Role = row.Role, PeriodFrom = own.PeriodFrom, Cell = row.Cell, State = own.State, DueOn = own.DueOn,
                Percent = own.Percent, Light = light.Colour, LightReason = light.Reason.Kind, LightNumber = light.Reason.Number, LightDay = light.Reason.Day,
            };
            if (row.ReportId is { } id && reports.TryGetValue(id, out var last))
            {
                (cell.ReportId, cell.ReportedAt, cell.ReportedOn, cell.ReportedByName) = (id, last.Report.At, last.Report.On, last.Report.ByName);
                (cell.StillDone, cell.Reached) = (last.Report.StillDone, last.Report.Reached);
                (cell.Source, cell.Words, cell.Figures, cell.Percent) = (last.Report.Source, last.Report.Words, last.Report.Figures, last.Report.Percent);
                (cell.ReturnedBecause, cell.Files) = (last.Report.ReturnedBecause, string.Join('、', last.Files.Order(StringComparer.Ordinal)));
            }

            return cell;
        });
    }
}
