using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Jurisdictions;

/// <summary>The tree of places, each before those below it.</summary>
public static class ListJurisdictions
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="Depth">0 for a root.</param>
    public sealed record Row(Guid Id, Guid? ParentId, string Name, JurisdictionLevel Level, string Path, int Depth, int Units, int Plans, int Roles, int Below, int Version)
    {
        /// <summary>While there are any it stays.</summary>
        public int Uses => Units + Plans + Roles + Below;
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem && !actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            var rows = await db.Jurisdictions.AsNoTracking().Select(x => new Row(
                x.Id, x.ParentId, x.Name, x.Level, x.Path, 0,
                db.OrgUnits.Count(u => u.JurisdictionId == x.Id), db.Plans.Count(p => p.JurisdictionId == x.Id),
                db.Memberships.Count(m => m.JurisdictionId == x.Id), db.Jurisdictions.Count(j => j.ParentId == x.Id), x.Version)).ToListAsync(cancellationToken);
            var below = rows.ToLookup(x => x.ParentId);
            List<Row> ordered = [];
            void Add(Guid? parent, int depth)
            {
                foreach (var row in below[parent].OrderBy(x => x.Level).ThenBy(x => x.Id))
                {
                    ordered.Add(row with { Depth = depth });
                    Add(row.Id, depth + 1);
                }
            }

            Add(null, 0);
            return ordered;
        }
    }
}
