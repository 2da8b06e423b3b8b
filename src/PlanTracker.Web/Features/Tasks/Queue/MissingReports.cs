using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Reports missing in the current round of each plan, by round and unit. They are called for on the round's own page.</summary>
public static class MissingReports
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Row>>>;

    public sealed record Row(
        Guid RoundId, string Round, string PlanTitle, DateOnly CutOffOn, Guid UnitId, string Unit, bool IsAskedByLetter, int Missing, int Asked, int UrgedThisMonth);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, RoundReader reader, UrgeWriter urges) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var rounds = await db.ReportingRounds.AsNoTracking()
                .Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId)).Current(today)
                .Select(x => new { x.Id, x.Name, PlanTitle = x.Plan.Title, x.CutOffOn }).ToDictionaryAsync(x => x.Id, cancellationToken);
            var cells = (await reader.Of([.. rounds.Keys], cancellationToken)).GroupBy(x => (x.RoundId, x.OrgUnitId)).Where(x => x.Any(c => c.Cell.IsMissing)).ToList();
            Guid[] ids = [.. cells.Select(x => x.Key.OrgUnitId).Distinct()];
            var units = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.Name, x.Kind, x.Position })
                .ToDictionaryAsync(x => x.Id, cancellationToken);
            var urged = await urges.ThisMonth(actor.CoordinatedIds, cancellationToken);
            return (from cell in cells
                       let round = rounds[cell.Key.RoundId]
                       let unit = units[cell.Key.OrgUnitId]
                       orderby round.CutOffOn, round.Name, unit.Position, unit.Name
                       select new Row(
                           round.Id, round.Name, round.PlanTitle, round.CutOffOn, unit.Id, unit.Name, unit.Kind.IsAskedByLetter,
                           cell.Count(x => x.Cell.IsMissing), cell.Count(x => x.Cell.IsAsked), urged.GetValueOrDefault(unit.Id))).ToList();
        }
    }
}
