using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

public enum AccountState
{
    Open,
    Locked,
    Closed,
}

/// <summary>All accounts, for the two administrators who keep them. When somebody last signed in is shown to nobody else.</summary>
public static class ListAccounts
{
    public const int PageSize = 50;

    /// <param name="Search">Part of a user name, a name or a mail address.</param>
    /// <param name="WithoutRole">Only those who hold no role today.</param>
    public sealed record Query(string Search = "", AccountState? State = null, Function? Function = null, bool WithoutRole = false, int Page = 1)
        : IQuery<Outcome<Result>>;

    public sealed record Role(Function Function, string Place, string? Unit);

    public sealed record Row(
        Guid Id, string UserName, string DisplayName, string? Mail, AccountState State, bool MustChangePassword, DateTime? LastSignedInAt,
        IReadOnlyList<Role> Roles);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, bool MakesAccounts, bool GrantsRoles);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.KeepsAccounts)
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var accounts = db.Users.AsNoTracking();
            if (request.Search.Trim() is { Length: > 0 } search)
            {
                var pattern = LikePattern.Holding(search.ToUpperInvariant());
                accounts = accounts.Where(x => EF.Functions.Like(x.NormalizedUserName!, pattern, LikePattern.Escape) || EF.Functions.Like(x.NormalizedEmail!, pattern, LikePattern.Escape)
                    || x.DisplayName.Contains(search));
            }

            accounts = request.State switch
            {
                AccountState.Closed => accounts.Where(x => x.ClosedOn != null && x.ClosedOn <= today),
                AccountState.Locked => accounts.Where(x => x.LockoutEnd != null && (x.ClosedOn == null || x.ClosedOn > today)),
                AccountState.Open => accounts.Where(x => x.ClosedOn == null || x.ClosedOn > today),
                _ => accounts,
            };
            if (request.Function is { } function)
                accounts = accounts.Where(x => x.Memberships.Any(m => m.Function == function && m.From <= today && (m.To == null || m.To >= today)));
            if (request.WithoutRole)
                accounts = accounts.Where(x => !x.Memberships.Any(m => m.From <= today && (m.To == null || m.To >= today)));

            // The instant of a lock is compared here: SQLite cannot. Few were ever locked.
            var locked = request.State == AccountState.Locked;
            var total = await accounts.CountAsync(cancellationToken);
            var page = accounts.OrderBy(x => x.UserName).Skip(locked ? 0 : (Math.Max(request.Page, 1) - 1) * PageSize).Take(locked ? total : PageSize);
            var rows = await page.Select(x => new
            {
                x.Id, x.UserName, x.DisplayName, x.Email, x.ClosedOn, x.LockoutEnd, x.MustChangePassword, x.LastSignedInAt,
                Roles = x.Memberships.Where(m => m.From <= today && (m.To == null || m.To >= today)).OrderBy(m => m.Function)
                    .Select(m => new Role(m.Function, m.Jurisdiction.Name, m.OrgUnit!.Name)).ToList(),
            }).ToListAsync(cancellationToken);
            Row[] listed = [.. rows.Select(x => new Row(
                x.Id, x.UserName ?? "", x.DisplayName, x.Email, StateOf(x.ClosedOn, x.LockoutEnd, clock), x.MustChangePassword, x.LastSignedInAt, x.Roles))];
            if (locked)
            {
                listed = [.. listed.Where(x => x.State == AccountState.Locked)];
                total = listed.Length;
            }

            return new Result(listed, total, actor.MakesAccounts, actor.GrantsRoles);
        }
    }

    public static AccountState StateOf(DateOnly? closedOn, DateTimeOffset? lockedUntil, Clock clock) =>
        closedOn <= clock.Today ? AccountState.Closed : lockedUntil?.UtcDateTime > clock.UtcNow ? AccountState.Locked : AccountState.Open;
}
