using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>The rounds of the office's plans: those that are open first, then the latest.</summary>
public static class ListRounds
{
    public const int PageSize = 20;

    /// <param name="Page">From 1.</param>
    public sealed record Query(Guid? PlanId = null, int Page = 1) : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyList<PlanChoice> Plans);

    /// <param name="Round">Of a closed one as it was called then, its counts those of its snapshot.</param>
    public sealed record Row(RoundGrid.RoundHead Round, DateTime? ClosedAt, RoundCounts Counts);

    public sealed record PlanChoice(Guid Id, string Title, ReportingCycle Cycle, IReadOnlyList<OpenOne> Open);

    /// <summary>A round that has not ended, with what is missing in it.</summary>
    public sealed record OpenOne(Guid Id, string Name, DateOnly CutOffOn, int Missing);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundReader reader) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var rounds = db.ReportingRounds.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId));
            if (request.PlanId is { } plan)
                rounds = rounds.Where(x => x.PlanId == plan);
            var total = await rounds.CountAsync(cancellationToken);
            var page = await rounds.OrderBy(x => x.ClosedAt != null).ThenByDescending(x => x.CutOffOn).ThenBy(x => x.Plan.Title)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new { Round = x, PlanTitle = x.Plan.Title }).ToListAsync(cancellationToken);
            var open = (await reader.Of([.. page.Where(x => x.Round.ClosedAt is null).Select(x => x.Round.Id)], cancellationToken)).ToLookup(x => x.RoundId, x => x.Cell);
            Guid[] closed = [.. page.Where(x => x.Round.ClosedAt is not null).Select(x => x.Round.Id)];
            var snapshots = await db.RoundSnapshots.AsNoTracking().Where(x => closed.Contains(x.RoundId)).ToDictionaryAsync(x => x.RoundId, x => x.Content, cancellationToken);
            var rows = page.Select(x => snapshots.TryGetValue(x.Round.Id, out var content)
                ? new Row(RoundGrid.RoundHead.Of(x.Round, content), x.Round.ClosedAt, content.Counts)
                : new Row(RoundGrid.RoundHead.Of(x.Round, x.PlanTitle), x.Round.ClosedAt, RoundCounts.Of(open[x.Round.Id])));
            return new Result([.. rows], total, await Plans(cancellationToken));
        }

        private async Task<IReadOnlyList<PlanChoice>> Plans(CancellationToken cancellation)
        {
            var open = await db.ReportingRounds.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && x.ClosedAt == null)
                .OrderBy(x => x.CutOffOn).Select(x => new { x.Id, x.PlanId, x.Name, x.CutOffOn }).ToListAsync(cancellation);
            var missing = (await reader.Of([.. open.Select(x => x.Id)], cancellation)).Where(x => x.Cell.IsMissing).CountBy(x => x.RoundId).ToDictionary();
            var plans = await db.Plans.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId))
                .OrderByDescending(x => x.PublishedOn).ThenBy(x => x.Title).Select(x => new { x.Id, x.Title, x.RoundCycle }).ToListAsync(cancellation);
            return [.. plans.Select(plan => new PlanChoice(
                plan.Id, plan.Title, plan.RoundCycle,
                [.. open.Where(x => x.PlanId == plan.Id).Select(x => new OpenOne(x.Id, x.Name, x.CutOffOn, missing.GetValueOrDefault(x.Id)))]))];
        }
    }
}
