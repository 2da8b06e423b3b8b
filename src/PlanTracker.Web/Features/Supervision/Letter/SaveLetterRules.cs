using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>The office sets for its jurisdiction whether bodies asked by letter may turn red, whether they are named, and how letters are numbered.</summary>
public static class SaveLetterRules
{
    public const int LongestPattern = 60;

    /// <param name="Version">Of the jurisdiction, as it was read.</param>
    public sealed record Command(Guid JurisdictionId, LetterRules Rules, int Version) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        private const int MostWorkdays = 366;

        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            var (rules, pattern) = (request.Rules, request.Rules.Pattern.Trim());
            if (pattern.Length > LongestPattern || !NumberPattern.IsWhole(pattern))
                return new Refusal(RefusalKind.Invalid, "编号格式");
            if (rules.Issuer.Trim().Length > LongestPattern)
                return new Refusal(RefusalKind.TooLong, $"{LongestPattern}");
            if (rules.AnswerWorkdays is < 1 or > MostWorkdays)
                return new Refusal(RefusalKind.Invalid, "复函期限");
            var place = await db.Jurisdictions.SingleAsync(x => x.Id == request.JurisdictionId, cancellationToken);
            if (place.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            (place.LetterUnitsTurnRed, place.LetterUnitsAreNamed) = (rules.MayBeRed, rules.AreNamed);
            (place.LetterPattern, place.LetterIssuer, place.LetterAnswerWorkdays) = (pattern, rules.Issuer.Trim(), rules.AnswerWorkdays);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}

public static class ReadLetterRules
{
    public sealed record Query : IQuery<Outcome<Result>>;

    public sealed record Result(Guid JurisdictionId, string Place, LetterRules Rules, int Version);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var own = actor.CoordinatedIds[0];
            var place = await db.Jurisdictions.AsNoTracking().SingleAsync(x => x.Id == own, cancellationToken);
            return new Result(place.Id, place.Name, place.Letters(), place.Version);
        }
    }
}
