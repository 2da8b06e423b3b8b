using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>The accounts that stand on the sign-in page of a demo in development; nowhere else.</summary>
public static class DemoAccounts
{
    /// <summary>All demo accounts share it; it opens nothing outside a demo.</summary>
    public const string Password = "yanshi-plantracker";

    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(string UserName, string DisplayName, string Place, IReadOnlyList<Function> Functions);

    public sealed class Handler(PlanTrackerDbContext db, IHostEnvironment environment) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!environment.IsDevelopment() || !await db.Installations.AnyAsync(x => x.Demo == DemoState.Loaded, cancellationToken))
                return [];
            var rows = await db.Users.AsNoTracking().Where(x => x.Memberships.Count > 0)
                .Select(x => new
                {
                    x.UserName,
                    x.DisplayName,
                    Held = x.Memberships.OrderBy(m => m.Function).Select(m => new { m.Function, Unit = m.OrgUnit!.Name }).ToList(),
                })
                .ToListAsync(cancellationToken);
            return [.. rows.OrderBy(x => x.Held[0].Function).ThenBy(x => x.Held[0].Unit, StringComparer.Ordinal)
                .Select(x => new Row(x.UserName!, x.DisplayName, x.Held[0].Unit ?? "", [.. x.Held.Select(h => h.Function).Distinct()]))];
        }
    }
}
