using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Whether a password opens an account today. Counts failures towards the lock-out; a closed account never opens.</summary>
public static class CheckPassword
{
    /// <param name="AccountId">Empty where nobody has the name that was typed: the attempt is written down, the name is not, since it may be a password.</param>
    public sealed record Command(Guid AccountId, [property: Secret] string Password) : ICommand<SignInResult>, IDeed;

    public sealed class Handler(SignInManager<Account> signIn, Clock clock, DeedNote note) : IHandler<Command, SignInResult>
    {
        public async Task<SignInResult> Handle(Command request, CancellationToken cancellationToken)
        {
            var users = signIn.UserManager;
            var account = await users.FindByIdAsync(request.AccountId.ToString());
            note.AccountId = account?.Id;
            if (account is null || account.ClosedOn <= clock.Today)
            {
                note.Failure = new Refusal(RefusalKind.SignInFailed, account is null ? "Unknown" : "Closed");
                return SignInResult.Failed;
            }

            var result = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
            if (result.Succeeded)
            {
                account.LastSignedInAt = clock.UtcNow;
                await users.UpdateAsync(account);
            }
            else
            {
                note.Failure = new Refusal(RefusalKind.SignInFailed, result.IsLockedOut ? "LockedOut" : "WrongPassword");
            }

            return result;
        }
    }
}
