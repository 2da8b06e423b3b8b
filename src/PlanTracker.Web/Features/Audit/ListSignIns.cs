using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>最近登录: when each account of the audited jurisdictions last signed in.</summary>
public static class ListSignIns
{
    public sealed record Query(AuditNarrowing Narrowing) : IQuery<Outcome<Result>>;

    public sealed record Row(string UserName, string DisplayName, IReadOnlyList<Function> Functions, DateTime At);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Audits)
                return RefusalKind.NotAllowed;
            var places = await db.Audited(actor, cancellationToken);
            var wanted = request.Narrowing;
            var (since, until) = (wanted.Since, wanted.Until);
            var accounts = db.Users.AsNoTracking().Where(x => x.LastSignedInAt != null && x.Memberships.Any(m => places.Contains(m.JurisdictionId)));
            if (wanted.From is not null)
                accounts = accounts.Where(x => x.LastSignedInAt >= since);
            if (wanted.To is not null)
                accounts = accounts.Where(x => x.LastSignedInAt < until);
            if (wanted.Person.Trim().Length > 0)
            {
                var part = LikePattern.Holding(wanted.Person.Trim());
                accounts = accounts.Where(x => EF.Functions.Like(x.DisplayName, part, LikePattern.Escape) || EF.Functions.Like(x.UserName!, part, LikePattern.Escape));
            }

            var total = await accounts.CountAsync(cancellationToken);
            var rows = await accounts.OrderByDescending(x => x.LastSignedInAt).ThenBy(x => x.Id).Skip(wanted.Skipped).Take(AuditNarrowing.PageSize)
                .Select(x => new { x.UserName, x.DisplayName, Functions = x.Memberships.Select(m => m.Function).ToList(), At = x.LastSignedInAt!.Value })
                .ToListAsync(cancellationToken);
            return new Result([.. rows.Select(x => new Row(x.UserName ?? "", x.DisplayName, [.. x.Functions.Distinct().Order()], x.At))], total);
        }
    }
}
