using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Materials;

/// <summary>The reports that were taken in, newest first, and for whom another may be brought.</summary>
public static class ListMaterials
{
    /// <param name="From">An import whose progress is to be taken out.</param>
    public sealed record Query(Guid? From = null) : IQuery<Outcome<Result>>;

    /// <param name="ForJurisdiction">The asker may bring the whole jurisdiction's report.</param>
    /// <param name="Units">Units whose report he may bring.</param>
    public sealed record Result(bool ForJurisdiction, IReadOnlyList<Unit> Units, IReadOnlyList<Row> Rows, string? FromTitle);

    public sealed record Unit(Guid Id, string Name);

    /// <param name="Unit">Null: the whole jurisdiction's.</param>
    public sealed record Row(Guid Id, string Title, string FileName, string? Unit, DateTime CreatedAt, string By, int Passages, int Taken, int Open);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<Result>>
    {
        private const int Most = 100;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.Coordinator) && actor.UnitIds.Count == 0)
                return RefusalKind.NotAllowed;
            var (places, own, today) = (actor.CoordinatedIds, actor.UnitIds, clock.Today);
            var rows = await db.ReportMaterials.AsNoTracking().SeenBy(actor).OrderByDescending(x => x.CreatedAt).Take(Most)
                .Select(x => new Row(
                    x.Id, x.Title, x.FileName, x.OrgUnit!.Name, x.CreatedAt, x.ByName, x.Passages.Count,
                    x.Passages.Count(p => p.State == PassageState.Taken), x.Passages.Count(p => p.State == PassageState.Open)))
                .ToListAsync(cancellationToken);
            var units = await db.OrgUnits.AsNoTracking()
                .Where(x => (places.Contains(x.JurisdictionId) || own.Contains(x.Id)) && (x.EndedOn == null || x.EndedOn > today))
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new Unit(x.Id, x.Name)).ToListAsync(cancellationToken);
            var from = await db.ImportDrafts.Where(x => x.Id == request.From && places.Contains(x.JurisdictionId) && x.State != ImportState.Unreadable)
                .Select(x => x.FileName).SingleOrDefaultAsync(cancellationToken);
            return new Result(places.Count > 0, units, rows, from);
        }
    }
}
