using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Scores;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Scores;

/// <summary>A rule as it is typed: not yet one.</summary>
public sealed record TypedRule(ScoreGround Ground, decimal? Points, decimal? Cap);

/// <summary>Whether a jurisdiction works with scores, and by which rules. Its coordinator says so; off is what everybody begins with.</summary>
public static class ReadScoreRules
{
    public sealed record Query(Guid? Place) : IQuery<Outcome<Result>>;

    public sealed record Result(ScoredPlace Place, IReadOnlyList<ScoredPlace> Places, bool IsOn, ScoreRules Rules, int Version);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = actor.CoordinatedIds;
            var places = await db.Jurisdictions.AsNoTracking().Where(x => own.Contains(x.Id)).OrderBy(x => x.Path).Select(x => new ScoredPlace(x.Id, x.Name)).ToListAsync(cancellationToken);
            if (places.Find(x => request.Place is null || x.Id == request.Place) is not { } place)
                return RefusalKind.NotFound;
            var book = await db.ScoreBooks.AsNoTracking().SingleOrDefaultAsync(x => x.JurisdictionId == place.Id, cancellationToken);
            return new Result(place, places, book?.IsOn ?? false, book?.Rules ?? ScoreRules.Default, book?.Version ?? 0);
        }
    }
}

public static class SaveScoreRules
{
    /// <param name="Rules">Null: those that are usual.</param>
    public sealed record Command(Guid JurisdictionId, bool IsOn, decimal? Base, IReadOnlyList<TypedRule>? Rules, int Version) : ICommand<Outcome<Done>>;

    /// <summary>The rules, or what is wrong with what was typed.</summary>
    public static Outcome<ScoreRules> RulesOf(decimal? @base, IReadOnlyList<TypedRule> typed)
    {
        if (@base is not { } begin || begin is < 0 or > 1000 || decimal.Round(begin, 2) != begin)
            return new Refusal(RefusalKind.Invalid, "基础分");
        List<ScoreRule> rules = [];
        foreach (var rule in typed)
        {
            if (!Enum.IsDefined(rule.Ground) || rules.Exists(x => x.Ground == rule.Ground))
                return new Refusal(RefusalKind.Invalid, "计分事由");
            if (rule.Points is not { } points || !ScoreRule.IsWorth(points))
                return new Refusal(RefusalKind.Invalid, "每项分值");
            if (rule.Cap is not { } cap || !ScoreRule.IsCap(cap))
                return new Refusal(RefusalKind.Invalid, "分值上限");
            rules.Add(new ScoreRule(rule.Ground, points, cap));
        }

        return new ScoreRules(begin, rules);
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotFound;
            var rules = request.Rules is { } typed ? RulesOf(request.Base, typed) : ScoreRules.Default;
            if (rules.Refusal is { } refusal)
                return refusal;
            var book = await db.ScoreBooks.SingleOrDefaultAsync(x => x.JurisdictionId == request.JurisdictionId, cancellationToken);
            if ((book?.Version ?? 0) != request.Version)
                return RefusalKind.ChangedMeanwhile;
            if (book is null)
                db.ScoreBooks.Add(book = new ScoreBook { JurisdictionId = request.JurisdictionId, Version = 1 });
            (book.IsOn, book.Rules) = (request.IsOn, rules.Value);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}

/// <summary>What the units would have by rules that are not saved.</summary>
public static class PreviewScores
{
    public sealed record Query(Guid JurisdictionId, ScorePeriod Period, decimal? Base, IReadOnlyList<TypedRule> Rules) : IQuery<Outcome<IReadOnlyList<ScoredUnit>>>;

    public sealed class Handler(Actor actor, ScoreProposals proposals) : IHandler<Query, Outcome<IReadOnlyList<ScoredUnit>>>
    {
        public async Task<Outcome<IReadOnlyList<ScoredUnit>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotFound;
            var rules = SaveScoreRules.RulesOf(request.Base, request.Rules);
            if (rules.Refusal is { } refusal)
                return refusal;
            return (await proposals.Of(request.JurisdictionId, request.Period, rules.Value, cancellationToken)).ToList();
        }
    }
}
