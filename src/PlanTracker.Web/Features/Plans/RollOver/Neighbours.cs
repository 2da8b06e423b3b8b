using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Plans.Browse;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.RollOver;

/// <summary>上年接续, 下年接续: the plans before and after a plan, as far as the reader may open them.</summary>
public static class Neighbours
{
    public sealed record Query(Guid PlanId) : IQuery<Result>;

    public sealed record Result(OpenNextPlan.PlanLink? Before, OpenNextPlan.PlanLink? Next);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var seen = db.PlansFor(actor).AsNoTracking();
            if (!await seen.AnyAsync(x => x.Id == request.PlanId, cancellationToken))
                return new Result(null, null);
            return new Result(
                await seen.Where(x => db.Plans.Any(p => p.Id == request.PlanId && p.ContinuesPlanId == x.Id)).Select(x => new OpenNextPlan.PlanLink(x.Id, x.Title))
                    .FirstOrDefaultAsync(cancellationToken),
                await seen.Where(x => x.ContinuesPlanId == request.PlanId).Select(x => new OpenNextPlan.PlanLink(x.Id, x.Title)).FirstOrDefaultAsync(cancellationToken));
        }
    }
}
