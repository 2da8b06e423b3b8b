using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Ongoing tasks that nobody has confirmed in the current round of their plan, by round and unit. A missing confirmation is a missing report: it is
/// called for on the round's own page, and is late for nothing.</summary>
public static class UnconfirmedOngoing
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Row>>>;

    public sealed record Row(Guid RoundId, string Round, string PlanTitle, DateOnly CutOffOn, Guid UnitId, string Unit, bool IsAskedByLetter, IReadOnlyList<Line> Tasks);

    /// <param name="LastReportedOn">The last word on it in any round; null where there never was one.</param>
    public sealed record Line(Guid TaskId, string Number, string Title, DateOnly? LastReportedOn);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, RoundReader reader) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var rounds = await db.ReportingRounds.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId)).Current(clock.Today)
                .Select(x => new { x.Id, x.Name, PlanTitle = x.Plan.Title, x.CutOffOn }).ToDictionaryAsync(x => x.Id, cancellationToken);
            var missing = (await reader.Of([.. rounds.Keys], cancellationToken)).Where(x => x.Ongoing && x.Cell.IsMissing).ToList();
            Guid[] ids = [.. missing.Select(x => x.OccurrenceId)];
            var runs = await db.Occurrences.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new
            {
                x.Id, x.PlanTaskId, x.PlanTask.Position, x.PlanTask.Number, x.PlanTask.Title, x.LastReportedOn, Unit = x.OrgUnit.Name, x.OrgUnit.Kind, UnitPosition = x.OrgUnit.Position,
            }).ToDictionaryAsync(x => x.Id, cancellationToken);
            return (from own in missing.GroupBy(x => (x.RoundId, x.OrgUnitId))
                    let round = rounds[own.Key.RoundId]
                    let lines = own.Select(x => runs[x.OccurrenceId]).OrderBy(x => x.Position).ToList()
                    orderby round.CutOffOn, round.Name, lines[0].UnitPosition, lines[0].Unit
                    select new Row(
                        round.Id, round.Name, round.PlanTitle, round.CutOffOn, own.Key.OrgUnitId, lines[0].Unit, lines[0].Kind.IsAskedByLetter,
                        [.. lines.Select(x => new Line(x.PlanTaskId, x.Number, x.Title, x.LastReportedOn))])).ToList();
        }
    }
}
