using Microsoft.AspNetCore.Identity;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Whether a password opens an account today. Counts failures towards the lock-out; a closed account never opens.</summary>
public static class CheckPassword
{
    public sealed record Command(Guid AccountId, string Password) : ICommand<SignInResult>;

    public sealed class Handler(SignInManager<Account> signIn, Clock clock) : IHandler<Command, SignInResult>
    {
        public async Task<SignInResult> Handle(Command request, CancellationToken cancellationToken)
        {
            var users = signIn.UserManager;
            var account = await users.FindByIdAsync(request.AccountId.ToString());
            if (account is null || account.ClosedOn <= clock.Today)
                return SignInResult.Failed;
            var result = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
            if (result.Succeeded)
            {
                account.LastSignedInAt = clock.UtcNow;
                await users.UpdateAsync(account);
            }

            return result;
        }
    }
}
