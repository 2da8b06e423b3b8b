using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>上年接续, 下年接续: the tasks of other plans that a task goes on with, or that go on with it, as far as the reader may open them.</summary>
public static class TaskNeighbours
{
    public sealed record Query(Guid TaskId) : IQuery<Result>;

    public sealed record Result(IReadOnlyList<Link> Before, IReadOnlyList<Link> Next);

    public sealed record Link(Guid Id, string Number, string Title, string Plan);

    public sealed class Handler(PlanTrackerDbContext db, Sight sight) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var seen = await sight.Tasks(cancellationToken);
            if (!await seen.AnyAsync(x => x.Id == request.TaskId, cancellationToken))
                return new Result([], []);
            return new Result(
                await seen.Where(x => db.PlanTasks.Any(t => t.Id == request.TaskId && t.ContinuesTaskId == x.Id))
                    .Select(x => new Link(x.Id, x.Number, x.Title, x.Plan.Title)).ToListAsync(cancellationToken),
                await seen.Where(x => x.ContinuesTaskId == request.TaskId).OrderBy(x => x.Position)
                    .Select(x => new Link(x.Id, x.Number, x.Title, x.Plan.Title)).ToListAsync(cancellationToken));
        }
    }
}
