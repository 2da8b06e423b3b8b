using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>Units × tasks of a round.</summary>
public static class RoundGrid
{
    /// <param name="MissingOnly">Only what is still to be sent in, and only the units and tasks of it.</param>
    public sealed record Query(Guid RoundId, bool MissingOnly = false) : IQuery<Outcome<Result>>;

    /// <param name="Asked">Of the whole round, whatever is filtered; the others likewise.</param>
    public sealed record Result(
        ReportingRound Round, string PlanTitle, IReadOnlyList<TaskColumn> Tasks, IReadOnlyList<UnitRow> Units, int Asked, int Reported, int Late, int Returned, int NotReported);

    public sealed record TaskColumn(Guid Id, string Number, string Title);

    /// <param name="Reported">Came, late ones too, of <paramref name="Asked"/>.</param>
    /// <param name="UrgedThisMonth">How often the unit was asked for anything since the first of the month.</param>
    public sealed record UnitRow(
        Guid Id, string Name, bool IsAskedByLetter, int Asked, int Reported, int Missing, int UrgedThisMonth, ILookup<Guid, Cell> Cells);

    public sealed record Cell(Guid OccurrenceId, Role Role, RoundCell State);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundReader reader, UrgeWriter urges) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().Include(x => x.Plan.Jurisdiction).SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            var all = await reader.Of([round.Id], cancellationToken);
            var shown = request.MissingOnly ? [.. all.Where(x => x.Cell.IsMissing)] : all;
            Guid[] taskIds = [.. shown.Select(x => x.PlanTaskId).Distinct()];
            Guid[] unitIds = [.. shown.Select(x => x.OrgUnitId).Distinct()];
            var tasks = await db.PlanTasks.AsNoTracking().Where(x => taskIds.Contains(x.Id)).OrderBy(x => x.Position)
                .Select(x => new TaskColumn(x.Id, x.Number, x.Title)).ToListAsync(cancellationToken);
            var units = await db.OrgUnits.AsNoTracking().Where(x => unitIds.Contains(x.Id)).OrderBy(x => x.Position).ThenBy(x => x.Name)
                .Select(x => new { x.Id, x.Name, x.Kind }).ToListAsync(cancellationToken);
            var urged = await urges.ThisMonth([round.JurisdictionId], cancellationToken);
            var ofUnit = all.ToLookup(x => x.OrgUnitId);
            var shownOfUnit = shown.ToLookup(x => x.OrgUnitId);
            return new Result(
                round, round.Plan.Title, tasks,
                [.. units.Select(unit => new UnitRow(
                    unit.Id, unit.Name, unit.Kind.IsAskedByLetter, ofUnit[unit.Id].Count(x => x.Cell.IsAsked),
                    ofUnit[unit.Id].Count(x => x.Cell.IsAsked && !x.Cell.IsMissing), ofUnit[unit.Id].Count(x => x.Cell.IsMissing), urged.GetValueOrDefault(unit.Id),
                    shownOfUnit[unit.Id].ToLookup(x => x.PlanTaskId, x => new Cell(x.OccurrenceId, x.Role, x.Cell))))],
                all.Count(x => x.Cell.IsAsked), all.Count(x => x.Cell.IsAsked && !x.Cell.IsMissing), all.Count(x => x.Cell == RoundCell.Late),
                all.Count(x => x.Cell == RoundCell.Returned), all.Count(x => x.Cell == RoundCell.NotReported));
        }
    }
}
