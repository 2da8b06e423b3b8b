using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>三员分立: the system administrator makes and closes accounts, the security administrator grants roles and resets passwords, and neither does the
/// other's work.</summary>
public static class AccountAccess
{
    extension(Actor actor)
    {
        public bool MakesAccounts => actor.IsSystem || actor.Is(Function.SystemAdministrator);

        public bool GrantsRoles => actor.IsSystem || actor.Is(Function.SecurityAdministrator);

        public bool KeepsAccounts => actor.MakesAccounts || actor.GrantsRoles;
    }

    extension(PlanTrackerDbContext db)
    {
        /// <summary>Whether nobody but this account holds the function from today on: without it the installation could not be kept any more.</summary>
        public async Task<bool> IsLast(Function function, Guid accountId, DateOnly today, CancellationToken cancellation) =>
            !await db.Memberships.AnyAsync(
                x => x.Function == function && x.AccountId != accountId && x.From <= today && (x.To == null || x.To > today)
                    && (x.Account.ClosedOn == null || x.Account.ClosedOn > today), cancellation);
    }
}
