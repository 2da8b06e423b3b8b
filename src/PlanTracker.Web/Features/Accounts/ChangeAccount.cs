using Microsoft.AspNetCore.Identity;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Changes the name and the mail address of an account.</summary>
public static class ChangeAccount
{
    public sealed record Command(Guid Id, string DisplayName, string Mail) : ICommand<Outcome<Done>>;

    public sealed class Handler(UserManager<Account> users, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.MakesAccounts)
                return RefusalKind.NotAllowed;
            if (await users.FindByIdAsync(request.Id.ToString()) is not { } account)
                return RefusalKind.NotFound;
            var (name, mail) = (request.DisplayName.Trim(), request.Mail.Trim());
            if (AccountFields.Fault(account.UserName ?? "", name, mail) is { } fault)
                return fault;
            (account.DisplayName, account.Email) = (name, mail.Length == 0 ? null : mail);
            return (await users.UpdateAsync(account)).Succeeded ? Done.It : RefusalKind.ChangedMeanwhile;
        }
    }
}
