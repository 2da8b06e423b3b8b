using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>Ends a round for good: nobody is called for it any more, and what it shows is its snapshot of this moment.</summary>
public static class CloseRound
{
    public sealed record Command(Guid RoundId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, RoundCloser closer) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            if (round.ClosedAt is not null)
                return RefusalKind.RoundClosed;
            await closer.Close(round, cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
