using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Import;

/// <summary>The documents that were dropped in the jurisdictions which somebody coordinates, newest first.</summary>
public static class ListImports
{
    /// <param name="AmendsPlanId">The plan of which an amended document is to be imported; null for a new one.</param>
    public sealed record Query(Guid? AmendsPlanId = null) : IQuery<Outcome<Result>>;

    /// <param name="JurisdictionId">Where a new document goes.</param>
    public sealed record Result(Guid JurisdictionId, IReadOnlyList<Row> Rows, Amended? Amends = null);

    public sealed record Amended(Guid Id, string Title);

    public sealed record Row(
        Guid Id, ImportState State, DocumentKind Kind, string Title, string FileName, DateTime CreatedAt, string By, int Tasks, Guid? PlanId,
        IReadOnlyList<DraftDoubt> Doubts);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        private const int Most = 200;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.Held.FirstOrDefault(x => x.Function == Function.Coordinator) is not { } held)
                return RefusalKind.NotAllowed;
            var rows = await db.ImportDrafts.AsNoTracking()
                .Where(x => x.JurisdictionId == held.JurisdictionId && x.State != ImportState.Discarded)
                .OrderByDescending(x => x.CreatedAt).Take(Most)
                .Select(x => new Row(
                    x.Id, x.State, x.Kind, x.Title, x.FileName, x.CreatedAt,
                    db.Users.Where(u => u.Id == x.CreatedById).Select(u => u.DisplayName).FirstOrDefault() ?? "", x.Tasks.Count, x.PlanId, x.Doubts))
                .ToListAsync(cancellationToken);
            var amends = await db.Plans.AsNoTracking().Where(x => x.Id == request.AmendsPlanId && x.JurisdictionId == held.JurisdictionId)
                .Select(x => new Amended(x.Id, x.Title)).SingleOrDefaultAsync(cancellationToken);
            return new Result(held.JurisdictionId, rows, amends);
        }
    }
}
