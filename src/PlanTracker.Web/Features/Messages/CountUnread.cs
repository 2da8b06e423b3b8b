using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Messages;

/// <summary>How many of a person's messages he has not opened: what the bell shows.</summary>
public static class CountUnread
{
    public sealed record Query : IQuery<int>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, int>
    {
        public async Task<int> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Digests.CountAsync(
                x => x.AccountId == actor.AccountId && x.Channel == Channel.InApp && x.State == DigestState.Sent && x.ReadAt == null, cancellationToken)
            + await db.Notices.CountAsync(x => x.AccountId == actor.AccountId && x.ReadAt == null, cancellationToken);
    }
}
