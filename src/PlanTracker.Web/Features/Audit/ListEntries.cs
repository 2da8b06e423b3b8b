using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>审计日志: what was done and refused, newest first, of the audited places and of nobody's place.</summary>
public static class ListEntries
{
    /// <param name="Action">Stable name of a deed, or of a feature with a point behind it; empty: all.</param>
    /// <param name="ForExport">All that fits into one file instead of a page.</param>
    public sealed record Query(AuditNarrowing Narrowing, string Action = "", DeedOutcome? Outcome = null, bool ForExport = false) : IQuery<Outcome<Result>>;

    public sealed record Row(
        long Number, DateTime At, Guid? PersonId, string Person, string Functions, string Unit, string Address, string Action, string Arguments, string ObjectKind, string ObjectId,
        string ObjectTitle, DeedOutcome Outcome, string Refusal, string Before, string Hash);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        /// <summary>Rows of a sheet that offices can still open.</summary>
        public const int MostExported = 100_000;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Audits)
                return RefusalKind.NotAllowed;
            var entries = await Wanted(request, cancellationToken);
            var total = await entries.CountAsync(cancellationToken);
            var (skip, take) = request.ForExport ? (0, MostExported) : (request.Narrowing.Skipped, AuditNarrowing.PageSize);
            var rows = await entries.OrderByDescending(x => x.Number).Skip(skip).Take(take)
                .Select(x => new Row(
                    x.Number, x.At, x.PersonId, x.Person, x.Functions, x.Unit, x.Address, x.Action, x.Arguments, x.ObjectKind, x.ObjectId, x.ObjectTitle, x.Outcome,
                    x.Refusal, x.Before, x.Hash))
                .ToListAsync(cancellationToken);
            return new Result(rows, total);
        }

        private async Task<IQueryable<AuditEntry>> Wanted(Query request, CancellationToken cancellation)
        {
            var places = await db.Audited(actor, cancellation);
            var wanted = request.Narrowing;
            var (since, until) = (wanted.Since, wanted.Until);
            var entries = db.AuditEntries.AsNoTracking().Where(x => x.JurisdictionId == null || places.Contains(x.JurisdictionId.Value));
            if (wanted.From is not null)
                entries = entries.Where(x => x.At >= since);
            if (wanted.To is not null)
                entries = entries.Where(x => x.At < until);
            if (wanted.Person.Trim().Length > 0)
            {
                var part = LikePattern.Holding(wanted.Person.Trim());
                entries = entries.Where(x => EF.Functions.Like(x.Person, part, LikePattern.Escape));
            }

            if (request.Action.EndsWith('.'))
                entries = entries.Where(x => x.Action.StartsWith(request.Action));
            else if (request.Action.Length > 0)
                entries = entries.Where(x => x.Action == request.Action);
            return request.Outcome is { } outcome ? entries.Where(x => x.Outcome == outcome) : entries;
        }
    }
}
