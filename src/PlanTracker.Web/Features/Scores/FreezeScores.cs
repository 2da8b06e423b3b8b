using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>定格: the coordinator makes a dated snapshot of a period's proposal, which nothing changes afterwards.</summary>
public static class FreezeScores
{
    public const int LongestWords = 200;

    /// <param name="Period">A period that has not ended is frozen up to today.</param>
    public sealed record Command(Guid JurisdictionId, ScorePeriod Period, string Words = "") : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, ScoreProposals proposals) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.KeepsScores(actor, request.JurisdictionId, cancellationToken))
                return RefusalKind.NotFound;
            if (!request.Period.IsOne || request.Period.From > clock.Today)
                return new Refusal(RefusalKind.Invalid, "日期");
            if (request.Words.Trim().Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
            ScorePeriod period = new(request.Period.From, request.Period.To < clock.Today ? request.Period.To : clock.Today);
            var rules = await db.ScoreBooks.Where(x => x.JurisdictionId == request.JurisdictionId).Select(x => x.Rules).SingleAsync(cancellationToken);
            ScoreSnapshot frozen = new()
            {
                Id = clock.NewId(), JurisdictionId = request.JurisdictionId, From = period.From, To = period.To, FrozenOn = clock.Today, FrozenAt = clock.UtcNow,
                ByName = actor.Name, Words = request.Words.Trim(), Units = [.. await proposals.Of(request.JurisdictionId, period, rules, cancellationToken)],
            };
            db.ScoreSnapshots.Add(frozen);
            await db.SaveChangesAsync(cancellationToken);
            return frozen.Id;
        }
    }
}
