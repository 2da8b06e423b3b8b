using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Gives an account a new first password, handed out once, and unlocks it. One's own password is changed by knowing it.</summary>
public static class ResetPassword
{
    public sealed record Command(Guid Id) : ICommand<Outcome<string>>;

    public sealed class Handler(UserManager<Account> users, Actor actor) : IHandler<Command, Outcome<string>>
    {
        public async Task<Outcome<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.GrantsRoles || request.Id == actor.AccountId)
                return RefusalKind.NotAllowed;
            if (await users.FindByIdAsync(request.Id.ToString()) is not { } account)
                return RefusalKind.NotFound;
            var password = FirstPassword.Generate();
            (account.MustChangePassword, account.LockoutEnd, account.AccessFailedCount) = (true, null, 0);

            // Replacing the hash by way of a reset token renews the security stamp too.
            var token = await users.GeneratePasswordResetTokenAsync(account);
            return (await users.ResetPasswordAsync(account, token, password)).Succeeded ? password : RefusalKind.ChangedMeanwhile;
        }
    }
}
