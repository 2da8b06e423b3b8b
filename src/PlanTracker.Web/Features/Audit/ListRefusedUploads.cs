using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>拒收文件: that a file was refused, when, whose it was and why; of the file itself nothing was kept.</summary>
public static class ListRefusedUploads
{
    public sealed record Query(AuditNarrowing Narrowing) : IQuery<Outcome<Result>>;

    public sealed record Row(DateTime At, string By, string Place, DiagnosticKind Reason);

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
            var refused = from upload in db.RefusedUploads.AsNoTracking()
                          join place in db.Jurisdictions on upload.JurisdictionId equals place.Id
                          join person in db.Users on upload.ById equals person.Id into people
                          from uploader in people.DefaultIfEmpty()
                          where places.Contains(upload.JurisdictionId)
                          select new { upload.Id, upload.At, By = uploader == null ? "" : uploader.DisplayName, Place = place.Name, upload.Reason };
            if (wanted.From is not null)
                refused = refused.Where(x => x.At >= since);
            if (wanted.To is not null)
                refused = refused.Where(x => x.At < until);
            if (wanted.Person.Trim().Length > 0)
                refused = refused.Where(x => EF.Functions.Like(x.By, LikePattern.Holding(wanted.Person.Trim()), LikePattern.Escape));
            var total = await refused.CountAsync(cancellationToken);
            var rows = await refused.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Skip(wanted.Skipped).Take(AuditNarrowing.PageSize)
                .Select(x => new Row(x.At, x.By, x.Place, x.Reason)).ToListAsync(cancellationToken);
            return new Result(rows, total);
        }
    }
}
