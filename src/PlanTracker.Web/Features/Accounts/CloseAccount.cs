using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Closes an account from today on, or opens it again. What its owner did stays.</summary>
public static class CloseAccount
{
    public sealed record Command(Guid Id, bool Reopen = false) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, UserManager<Account> users, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.MakesAccounts || request.Id == actor.AccountId)
                return RefusalKind.NotAllowed;
            if (await users.FindByIdAsync(request.Id.ToString()) is not { } account)
                return RefusalKind.NotFound;
            if (!request.Reopen && await LastHeld(account.Id, cancellationToken) is { } last)
                return new Refusal(RefusalKind.LastOfFunction, last.ToString());
            account.ClosedOn = request.Reopen ? null : clock.Today;
            return (await users.UpdateSecurityStampAsync(account)).Succeeded ? Done.It : RefusalKind.ChangedMeanwhile;
        }

        private async Task<Function?> LastHeld(Guid id, CancellationToken cancellation)
        {
            var today = clock.Today;
            var held = await db.Memberships.Where(x => x.AccountId == id && x.From <= today && (x.To == null || x.To >= today)).Select(x => x.Function)
                .ToListAsync(cancellation);
            foreach (var function in held.Where(x => x is Function.SystemAdministrator or Function.SecurityAdministrator))
            {
                if (await db.IsLast(function, id, today, cancellation))
                    return function;
            }

            return null;
        }
    }
}
