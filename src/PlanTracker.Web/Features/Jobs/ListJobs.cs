using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Jobs;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jobs;

public static class ListJobs
{
    public sealed record Query : IQuery<Outcome<Result>>;

    public sealed record Result(bool IsOn, IReadOnlyList<JobRow> Jobs);

    public sealed class Handler(JobBoard board, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken) => actor.Is(Function.SystemAdministrator)
            ? new Result(board.IsOn, await board.Rows(cancellationToken))
            : RefusalKind.NotAllowed;
    }
}
