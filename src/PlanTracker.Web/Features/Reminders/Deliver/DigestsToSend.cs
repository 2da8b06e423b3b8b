using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Ids of the digests whose time to be sent, or to be tried again, has come.</summary>
public static class DigestsToSend
{
    public sealed record Query : IQuery<IReadOnlyList<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, IReadOnlyList<Guid>>
    {
        public async Task<IReadOnlyList<Guid>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.IsSystem)
                return [];
            return await SendDigest.Due(db, clock.UtcNow).AsNoTracking().OrderBy(x => x.MadeAt).ThenBy(x => x.Id).Select(x => x.Id).ToListAsync(cancellationToken);
        }
    }
}
