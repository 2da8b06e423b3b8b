using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Lets somebody who mistyped his password too often try again at once.</summary>
public static class UnlockAccount
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(UserManager<Account> users, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.GrantsRoles)
                return RefusalKind.NotAllowed;
            if (await users.FindByIdAsync(request.Id.ToString()) is not { } account)
                return RefusalKind.NotFound;
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            return (await users.UpdateAsync(account)).Succeeded ? Done.It : RefusalKind.ChangedMeanwhile;
        }
    }
}
