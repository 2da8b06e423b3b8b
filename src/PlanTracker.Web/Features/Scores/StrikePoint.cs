using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>剔除: the coordinator strikes one point out of the proposal and says why. The point stays to be seen; the reason is kept.</summary>
public static class StrikePoint
{
    public const int LongestReason = 500;

    /// <param name="Period">In which the point stands.</param>
    public sealed record Command(Guid UnitId, ScorePeriod Period, string Point, string Reason) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, ScoreProposals proposals) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.OrgUnits.Where(x => x.Id == request.UnitId).Select(x => x.JurisdictionId).SingleOrDefaultAsync(cancellationToken);
            if (!await db.KeepsScores(actor, place, cancellationToken))
                return RefusalKind.NotFound;
            var reason = request.Reason.Trim();
            if (reason.Length == 0)
                return new Refusal(RefusalKind.Missing, "理由");
            if (reason.Length > LongestReason)
                return new Refusal(RefusalKind.TooLong, $"{LongestReason}");
            var rules = await db.ScoreBooks.Where(x => x.JurisdictionId == place).Select(x => x.Rules).SingleAsync(cancellationToken);
            var unit = (await proposals.Of(place, request.Period, rules, cancellationToken)).FirstOrDefault(x => x.UnitId == request.UnitId);
            if (unit?.Points.FirstOrDefault(x => x.Key == request.Point) is not { } point)
                return RefusalKind.NotFound;
            if (point.Struck is not null)
                return RefusalKind.ChangedMeanwhile;
            db.ScoreStrikes.Add(new ScoreStrike
            {
                Id = clock.NewId(), JurisdictionId = place, OrgUnitId = request.UnitId, Key = request.Point, Reason = reason, ById = actor.AccountId, ByName = actor.Name,
                On = clock.Today,
            });
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}

/// <summary>Takes a strike back: the point counts again. Who struck it and why stays on record.</summary>
public static class RestorePoint
{
    public sealed record Command(Guid StrikeId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var strike = await db.ScoreStrikes.SingleOrDefaultAsync(x => x.Id == request.StrikeId, cancellationToken);
            if (strike is null || !await db.KeepsScores(actor, strike.JurisdictionId, cancellationToken))
                return RefusalKind.NotFound;
            if (strike.RestoredOn is not null)
                return RefusalKind.ChangedMeanwhile;
            (strike.RestoredOn, strike.RestoredByName) = (clock.Today, actor.Name);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
