using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Jobs;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jobs;

/// <summary>Runs a job now. All of them may run twice.</summary>
public static class RunJob
{
    public sealed record Command([property: NoSecret] string Key) : ICommand<Outcome<Done>>, IInStages, IDeed;

    public sealed class Handler(JobBoard board, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            return await board.RunNow(request.Key, cancellationToken) ? Done.It : RefusalKind.NotFound;
        }
    }
}
