using PlanTracker.Domain;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>退出: writes down that somebody signed out; his cookie is the endpoint's.</summary>
public static class LeaveApplication
{
    public sealed record Command : ICommand<Outcome<Done>>, IDeed;

    public sealed class Handler(Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<Done>>(actor.IsSignedIn ? Done.It : RefusalKind.NotAllowed);
    }
}
