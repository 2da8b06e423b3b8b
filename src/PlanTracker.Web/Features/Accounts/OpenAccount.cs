using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>One account with all roles it holds, held and will hold.</summary>
public static class OpenAccount
{
    public sealed record Query(Guid Id) : IQuery<Outcome<Result>>;

    public sealed record Role(Guid Id, Function Function, string Place, string? Unit, DateOnly From, DateOnly? To);

    public sealed record Choice(Guid Id, string Name, JurisdictionLevel Level);

    public sealed record UnitChoice(Guid Id, string Name, string Place);

    public sealed record Result(
        Guid Id, string UserName, string DisplayName, string Mail, AccountState State, DateOnly? ClosedOn, bool MustChangePassword, DateTime? LastSignedInAt,
        IReadOnlyList<Role> Roles, bool IsOwn, bool MakesAccounts, bool GrantsRoles, IReadOnlyList<Choice> Places, IReadOnlyList<UnitChoice> Units);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.KeepsAccounts)
                return RefusalKind.NotAllowed;
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (account is null)
                return RefusalKind.NotFound;
            var roles = await db.Memberships.AsNoTracking().Where(x => x.AccountId == account.Id).OrderBy(x => x.From).ThenBy(x => x.Function)
                .Select(x => new Role(x.Id, x.Function, x.Jurisdiction.Name, x.OrgUnit!.Name, x.From, x.To)).ToListAsync(cancellationToken);
            var today = clock.Today;
            return new Result(
                account.Id, account.UserName ?? "", account.DisplayName, account.Email ?? "", ListAccounts.StateOf(account.ClosedOn, account.LockoutEnd, clock),
                account.ClosedOn, account.MustChangePassword, account.LastSignedInAt, roles, account.Id == actor.AccountId, actor.MakesAccounts, actor.GrantsRoles,
                await db.Jurisdictions.AsNoTracking().OrderBy(x => x.Path).Select(x => new Choice(x.Id, x.Name, x.Level)).ToListAsync(cancellationToken),
                await db.OrgUnits.AsNoTracking().Where(x => x.EndedOn == null || x.EndedOn > today).OrderBy(x => x.Jurisdiction.Path).ThenBy(x => x.Position)
                    .Select(x => new UnitChoice(x.Id, x.Name, x.Jurisdiction.Name)).ToListAsync(cancellationToken));
        }
    }
}
