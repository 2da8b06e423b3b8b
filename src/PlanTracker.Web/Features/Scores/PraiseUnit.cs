using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>表扬: the coordinator praises a unit and says what for. How many points it is worth say the rules.</summary>
public static class PraiseUnit
{
    public const int LongestWords = 500;

    /// <param name="TaskId">The task it is about; null: none in particular.</param>
    public sealed record Command(Guid UnitId, DateOnly? On, string Words, Guid? TaskId = null) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.OrgUnits.Where(x => x.Id == request.UnitId).Select(x => x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (!await db.KeepsScores(actor, place, cancellationToken))
                return RefusalKind.NotFound;
            var words = request.Words.Trim();
            if (words.Length == 0)
                return new Refusal(RefusalKind.Missing, "表扬事由");
            if (words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            var on = request.On ?? clock.Today;
            if (on > clock.Today)
                return new Refusal(RefusalKind.Invalid, "日期");
            if (request.TaskId is { } task && !await db.Assignments.AnyAsync(x => x.PlanTaskId == task && x.OrgUnitId == request.UnitId, cancellationToken))
                return new Refusal(RefusalKind.Invalid, "任务");
            db.Commendations.Add(new Commendation
            {
                Id = clock.NewId(), JurisdictionId = place, OrgUnitId = request.UnitId, PlanTaskId = request.TaskId, On = on, Words = words, ById = actor.AccountId,
                ByName = actor.Name, At = clock.UtcNow,
            });
            await db.SaveChangesAsync(cancellationToken);
            return Done.It;
        }
    }
}
