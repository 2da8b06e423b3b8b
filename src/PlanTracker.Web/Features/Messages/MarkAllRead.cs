using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Messages;

public static class MarkAllRead
{
    public sealed record Command : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            DateTime? now = clock.UtcNow;
            await db.Digests.Where(x => x.AccountId == actor.AccountId && x.Channel == Channel.InApp && x.ReadAt == null)
                .ExecuteUpdateAsync(x => x.SetProperty(digest => digest.ReadAt, now), cancellationToken);
            await db.Notices.Where(x => x.AccountId == actor.AccountId && x.ReadAt == null)
                .ExecuteUpdateAsync(x => x.SetProperty(notice => notice.ReadAt, now), cancellationToken);
            return Done.It;
        }
    }
}
