using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Makes an account without any role. Its first password is handed out once and must be changed at the first sign-in.</summary>
public static class MakeAccount
{
    public sealed record Command(string UserName, string DisplayName, string Mail) : ICommand<Outcome<Result>>;

    /// <param name="Password">Kept nowhere but as its hash.</param>
    public sealed record Result(Guid Id, string Password);

    public sealed class Handler(UserManager<Account> users, Actor actor, Clock clock) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.MakesAccounts)
                return RefusalKind.NotAllowed;
            var (userName, name, mail) = (request.UserName.Trim(), request.DisplayName.Trim(), request.Mail.Trim());
            if (AccountFields.Fault(userName, name, mail) is { } fault)
                return fault;
            if (await users.FindByNameAsync(userName) is not null)
                return new Refusal(RefusalKind.NameTaken, userName);
            var password = FirstPassword.Generate();
            var account = new Account
            {
                Id = clock.NewId(), UserName = userName, DisplayName = name, Email = mail.Length == 0 ? null : mail, MustChangePassword = true, LockoutEnabled = true,
            };
            return (await users.CreateAsync(account, password)).Succeeded
                ? new Result(account.Id, password) : new Refusal(RefusalKind.Invalid, "账号");
        }
    }
}
