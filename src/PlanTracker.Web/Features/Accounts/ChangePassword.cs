using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Changes one's own password by knowing the present one.</summary>
public static class ChangePassword
{
    public sealed record Command([property: Secret] string PresentPassword, [property: Secret] string NewPassword) : ICommand<IdentityResult>, IDeed;

    public sealed class Handler(UserManager<Account> users, Actor actor, DeedNote note) : IHandler<Command, IdentityResult>
    {
        public async Task<IdentityResult> Handle(Command request, CancellationToken cancellationToken)
        {
            if (actor.IsSystem || !actor.IsSignedIn || await users.FindByIdAsync(actor.AccountId.ToString()) is not { } account)
            {
                note.Failure = new Refusal(RefusalKind.NotAllowed);
                return IdentityResult.Failed();
            }

            account.MustChangePassword = false;
            var result = await users.ChangePasswordAsync(account, request.PresentPassword, request.NewPassword);
            if (!result.Succeeded)
                note.Failure = new Refusal(RefusalKind.Invalid, "密码");
            return result;
        }
    }
}
