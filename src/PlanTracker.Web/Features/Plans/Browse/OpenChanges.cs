using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>What one edition changed of the one before.</summary>
public static class OpenChanges
{
    public sealed record Query(Guid PlanId, int Ordinal) : IQuery<Outcome<Result>>;

    /// <param name="IsOfUnit">The reader answers for units on the plan: <see cref="Line.IsOwn"/> says which lines are theirs.</param>
    public sealed record Result(
        Guid PlanId, string Title, int Ordinal, DateOnly PublishedOn, string Words, bool IsOfUnit, IReadOnlyList<Line> Lines, IReadOnlyList<EditionLink> Editions);

    public sealed record Line(Guid TaskId, ChangeKind Kind, bool IsDeclined, bool IsOwn, WordedTask? Before, WordedTask? Now);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            int[] both = [request.Ordinal - 1, request.Ordinal];
            var editions = await db.PlanEditions.AsNoTracking().Include(x => x.Wordings.OrderBy(w => w.Position))
                .Where(x => x.PlanId == request.PlanId && both.Contains(x.Ordinal) && db.PlansFor(actor).Any(plan => plan.Id == x.PlanId))
                .OrderBy(x => x.Ordinal).ToListAsync(cancellationToken);
            if (editions is not [var before, var now])
                return RefusalKind.NotFound;
            var units = actor.UnitIds;
            var own = (await db.Assignments.AsNoTracking().Where(x => x.PlanId == request.PlanId && units.Contains(x.OrgUnitId)).Select(x => x.PlanTaskId)
                .ToListAsync(cancellationToken)).ToHashSet();
            PlanPeriod old = new(before.FirstYear, before.LastYear), years = new(now.FirstYear, now.LastYear);
            var wordingOf = before.Wordings.ToDictionary(x => x.PlanTaskId);
            return new Result(
                now.PlanId, now.Title, now.Ordinal, now.PublishedOn, now.Words, own.Count > 0,
                [.. now.Wordings.Select(x => new Line(
                    x.PlanTaskId, x.Change ?? ChangeKind.Unchanged, x.IsDeclined, own.Contains(x.PlanTaskId), wordingOf.GetValueOrDefault(x.PlanTaskId)?.Worded(old),
                    x is { Change: ChangeKind.Withdrawn, IsDeclined: false } ? null : x.Worded(years)))],
                await db.EditionsOf(now.PlanId, cancellationToken));
        }
    }
}
