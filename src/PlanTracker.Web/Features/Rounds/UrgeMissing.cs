using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>催报: asks units for the reports that are missing in an open round, all at once or some of them.</summary>
public static class UrgeMissing
{
    /// <param name="UnitIds">Null: every unit that still has something to send in.</param>
    public sealed record Command(Guid RoundId, UrgeWay Way, IReadOnlyList<Guid>? UnitIds = null) : ICommand<Outcome<Result>>;

    /// <param name="Units">Asked now.</param>
    /// <param name="Tasks">Reports missing at those.</param>
    /// <param name="ByLetter">Left out because they are asked by letter.</param>
    /// <param name="AlreadyToday">Left out because they were asked for this round in this way today.</param>
    public sealed record Result(int Units, int Tasks, int ByLetter, int AlreadyToday);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, RoundReader reader, UrgeWriter urges) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            if (round.ClosedAt is not null)
                return RefusalKind.RoundClosed;
            var missing = (await reader.Of([round.Id], cancellationToken)).Where(x => x.Cell.IsMissing).CountBy(x => x.OrgUnitId).ToDictionary();
            Guid[] wanted = [.. missing.Keys.Where(x => request.UnitIds?.Contains(x) ?? true)];
            var byLetter = (await db.OrgUnits.Where(x => wanted.Contains(x.Id)).Select(x => new { x.Id, x.Kind }).ToListAsync(cancellationToken))
                .Where(x => x.Kind.IsAskedByLetter).Select(x => x.Id).ToHashSet();
            var today = clock.Today;
            var already = await db.Urges.Where(x => x.RoundId == round.Id && x.On == today && x.Way == request.Way && x.Kind == UrgeKind.MissingReport)
                .Select(x => x.OrgUnitId).ToListAsync(cancellationToken);
            Guid[] asked = [.. wanted.Except(byLetter).Except(already)];
            foreach (var unit in asked)
            {
                UrgeEntry entry = new(UrgeKind.MissingReport, request.Way, round.JurisdictionId, unit, missing[unit], round.Name) { PlanId = round.PlanId, RoundId = round.Id };
                await urges.Write(entry, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Result(asked.Length, asked.Sum(x => missing[x]), byLetter.Count, wanted.Except(byLetter).Intersect(already).Count());
        }
    }
}
