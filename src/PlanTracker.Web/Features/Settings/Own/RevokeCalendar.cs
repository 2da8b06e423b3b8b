using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>From then on the secret address of the person's calendar opens nothing.</summary>
public static class RevokeCalendar
{
    public sealed record Command : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.CalendarFeeds.Where(x => x.AccountId == actor.AccountId).ExecuteDeleteAsync(cancellationToken);
            return Done.It;
        }
    }
}
