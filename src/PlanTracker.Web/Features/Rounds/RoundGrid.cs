using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>Units × tasks of a round: of an open one as it stands, of a closed one its snapshot and nothing else.</summary>
public static class RoundGrid
{
    /// <param name="MissingOnly">Only what is still to be sent in, and only the units and tasks of it.</param>
    public sealed record Query(Guid RoundId, bool MissingOnly = false) : IQuery<Outcome<Result>>;

    /// <param name="Counts">Of the whole round, whatever is filtered.</param>
    /// <param name="Closing">Null while the round is open.</param>
    public sealed record Result(RoundHead Round, RoundCounts Counts, IReadOnlyList<SnapshotTask> Tasks, IReadOnlyList<UnitRow> Units, Closing? Closing);

    public sealed record RoundHead(
        Guid Id, Guid PlanId, string PlanTitle, string Name, DateOnly OpensOn, DateOnly CutOffOn, DateOnly FiguresUpTo, bool FiguresCumulative, string FiguresWanted)
    {
        public static RoundHead Of(ReportingRound round, string planTitle) => new(
            round.Id, round.PlanId, planTitle, round.Name, round.OpensOn, round.CutOffOn, round.FiguresUpTo, round.FiguresCumulative, round.FiguresWanted);

        public static RoundHead Of(ReportingRound round, SnapshotContent then) => new(
            round.Id, round.PlanId, then.PlanTitle, then.RoundName, then.OpensOn, then.CutOffOn, then.FiguresUpTo, then.FiguresCumulative, then.FiguresWanted);
    }

    /// <summary>When and by whom it was closed, and the measures of the plan on that day.</summary>
    /// <param name="ByName">Empty where the calendar closed it.</param>
    public sealed record Closing(DateTime At, DateOnly Day, string ByName, SidedTally Tally);

    /// <param name="Reported">Came, late ones too, of <paramref name="Asked"/>.</param>
    /// <param name="Urged">How often the unit was asked for anything this month; of a closed round how often for reports of the round.</param>
    /// <param name="Tally">The unit's measures when the round was closed; null while it is open.</param>
    public sealed record UnitRow(
        Guid Id, string Name, bool IsAskedByLetter, int Asked, int Reported, int Missing, int Urged, ILookup<Guid, Cell> Cells, SidedTally? Tally = null);

    public sealed record Cell(Guid OccurrenceId, Role Role, RoundCell State);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundReader reader, UrgeWriter urges) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().Where(x => x.Id == request.RoundId).Select(x => new { Row = x, PlanTitle = x.Plan.Title })
                .SingleOrDefaultAsync(cancellationToken);
            if (round is null || !actor.Coordinates(round.Row.JurisdictionId))
                return RefusalKind.NotFound;
            return round.Row.ClosedAt is null
                ? await Standing(round.Row, round.PlanTitle, request.MissingOnly, cancellationToken)
                : await Frozen(round.Row, request.MissingOnly, cancellationToken);
        }

        private async Task<Result> Standing(ReportingRound round, string planTitle, bool missingOnly, CancellationToken cancellation)
        {
            var all = await reader.Of([round.Id], cancellation);
            var tasks = await reader.TasksOf(all, cancellation);
            var units = await reader.Units(all.Select(x => x.OrgUnitId), cancellation);
            var urged = await urges.ThisMonth([round.JurisdictionId], cancellation);
            return Laid(
                RoundHead.Of(round, planTitle), [.. all.Select(x => new Placed(x.OrgUnitId, x.PlanTaskId, new Cell(x.OccurrenceId, x.Role, x.Cell)))], tasks,
                [.. units.Select(x => new Named(x.Id, x.Name, x.Kind.IsAskedByLetter, urged.GetValueOrDefault(x.Id), null))], null, missingOnly);
        }

        private async Task<Result> Frozen(ReportingRound round, bool missingOnly, CancellationToken cancellation)
        {
            var snapshot = await db.RoundSnapshots.AsNoTracking().SingleAsync(x => x.RoundId == round.Id, cancellation);
            var cells = await db.SnapshotCells.AsNoTracking().Where(x => x.RoundId == round.Id).OrderBy(x => x.Id)
                .Select(x => new Placed(x.OrgUnitId, x.PlanTaskId, new Cell(x.OccurrenceId, x.Role, x.Cell))).ToListAsync(cancellation);
            var of = snapshot.Content;
            return Laid(
                RoundHead.Of(round, of), cells, of.Tasks, [.. of.Units.Select(x => new Named(x.Id, x.Name, x.IsAskedByLetter, x.Urged, x.Tally))],
                new Closing(snapshot.TakenAt, snapshot.Day, snapshot.ByName, of.Tally), missingOnly);
        }

        private static Result Laid(
            RoundHead head, IReadOnlyList<Placed> all, IReadOnlyList<SnapshotTask> tasks, IReadOnlyList<Named> units, Closing? closing, bool missingOnly)
        {
            var shown = missingOnly ? [.. all.Where(x => x.Cell.State.IsMissing)] : all;
            var (shownTasks, ofUnit, shownOfUnit) = (shown.Select(x => x.TaskId).ToHashSet(), all.ToLookup(x => x.UnitId), shown.ToLookup(x => x.UnitId));
            return new Result(
                head, RoundCounts.Of(all.Select(x => x.Cell.State)), [.. tasks.Where(x => shownTasks.Contains(x.Id))],
                [.. units.Where(x => shownOfUnit.Contains(x.Id)).Select(unit => (Unit: unit, Counts: RoundCounts.Of(ofUnit[unit.Id].Select(x => x.Cell.State))))
                    .Select(x => new UnitRow(
                        x.Unit.Id, x.Unit.Name, x.Unit.IsAskedByLetter, x.Counts.Asked, x.Counts.Reported, x.Counts.Missing, x.Unit.Urged,
                        shownOfUnit[x.Unit.Id].ToLookup(cell => cell.TaskId, cell => cell.Cell), x.Unit.Tally))],
                closing);
        }

        private sealed record Placed(Guid UnitId, Guid TaskId, Cell Cell);

        private sealed record Named(Guid Id, string Name, bool IsAskedByLetter, int Urged, SidedTally? Tally);
    }
}
