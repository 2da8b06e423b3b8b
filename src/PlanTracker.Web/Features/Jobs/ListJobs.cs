using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Jobs;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jobs;

public static class ListJobs
{
    public sealed record Query : IQuery<Outcome<Result>>;

    /// <param name="OwnPages">Where the scheduler shows pages of its own; null where it has none.</param>
    public sealed record Result(bool IsOn, IReadOnlyList<JobRow> Jobs, string? OwnPages);

    public sealed class Handler(JobBoard board, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken) => actor.Is(Function.SystemAdministrator)
            ? new Result(board.IsOn, await board.Rows(cancellationToken), board.OwnPages)
            : RefusalKind.NotAllowed;
    }
}
