using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Units to which a task may be given.</summary>
public static class ListTakers
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Row>>>;

    public sealed record Row(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            return await db.OrgUnits.AsNoTracking().Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId) && (x.EndedOn == null || x.EndedOn > today))
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new Row(x.Id, x.Name)).ToListAsync(cancellationToken);
        }
    }
}
