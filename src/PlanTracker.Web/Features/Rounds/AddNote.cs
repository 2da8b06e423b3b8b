using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>更正说明: the coordinator says what is wrong with a closed round, which itself stays as it is.</summary>
public static class AddNote
{
    private const int LongestWords = 1000;

    public sealed record Command(Guid RoundId, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var round = await db.ReportingRounds.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.RoundId, cancellationToken);
            if (round is null || !actor.Coordinates(round.JurisdictionId))
                return RefusalKind.NotFound;
            if (round.ClosedAt is null)
                return RefusalKind.RoundOpen;
            var words = request.Words.Trim();
            if (words.Length == 0)
                return new Refusal(RefusalKind.Missing, "更正说明");
            if (words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            db.RoundNotes.Add(new RoundNote
            {
                Id = clock.NewId(), JurisdictionId = round.JurisdictionId, RoundId = round.Id, Words = words, ById = actor.IsSystem ? null : actor.AccountId,
                ByName = actor.Name, At = clock.UtcNow,
            });
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
    }
}
