using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>All cells that the snapshot of a closed round keeps, in the order of the plan and then of the units; none of an open one.</summary>
public static class ReadCells
{
    public sealed record Query(Guid RoundId) : IQuery<Outcome<IReadOnlyList<SnapshotCell>>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<IReadOnlyList<SnapshotCell>>>
    {
        public async Task<Outcome<IReadOnlyList<SnapshotCell>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var place = await db.ReportingRounds.AsNoTracking().Where(x => x.Id == request.RoundId).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (place is null || !actor.Coordinates(place.Value))
                return RefusalKind.NotFound;
            if (await db.RoundSnapshots.AsNoTracking().Where(x => x.RoundId == request.RoundId).Select(x => x.Content).SingleOrDefaultAsync(cancellationToken) is not { } content)
                return Array.Empty<SnapshotCell>();
            var (tasks, units) = (Places(content.Tasks.Select(x => x.Id)), Places(content.Units.Select(x => x.Id)));
            return (await db.SnapshotCells.AsNoTracking().Where(x => x.RoundId == request.RoundId).ToListAsync(cancellationToken))
                .OrderBy(x => tasks[x.PlanTaskId]).ThenBy(x => units[x.OrgUnitId]).ThenBy(x => x.Role).ThenBy(x => x.PeriodFrom).ThenBy(x => x.Id).ToList();
        }

        private static Dictionary<Guid, int> Places(IEnumerable<Guid> ids) => ids.Select((id, place) => (id, place)).ToDictionary(x => x.id, x => x.place);
    }
}
