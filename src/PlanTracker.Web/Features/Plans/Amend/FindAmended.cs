using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>The published plans of which a draft may be an amended document, likeliest first.</summary>
public static class FindAmended
{
    public sealed record Query(Guid DraftId) : IQuery<Outcome<Result>>;

    /// <param name="Chosen">The plan that somebody named; null while nobody did.</param>
    /// <param name="Alike">Empty once somebody has said what the draft is.</param>
    /// <param name="All">Every plan that may be named, newest first.</param>
    public sealed record Result(Choice? Chosen, bool IsNewPlan, IReadOnlyList<Alike> Alike, IReadOnlyList<Choice> All);

    public sealed record Choice(Guid PlanId, string Title, DateOnly PublishedOn);

    /// <param name="FoundAgain">So many tasks of the draft stand in the plan too.</param>
    public sealed record Alike(Choice Plan, int Tasks, int FoundAgain);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        private const int MostPlans = 60;
        private const int MostOffers = 3;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.AsNoTracking().Include(x => x.Tasks.OrderBy(t => t.Position))
                .SingleOrDefaultAsync(x => x.Id == request.DraftId, cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            var plans = await db.Plans.AsNoTracking().Where(x => x.JurisdictionId == draft.JurisdictionId).OrderByDescending(x => x.PublishedAt).Take(MostPlans)
                .Select(x => new Candidate(new Choice(x.Id, x.Title, x.PublishedOn), x.DocNumber, x.FirstYear, x.LastYear)).ToListAsync(cancellationToken);
            var all = plans.ConvertAll(x => x.Plan);
            if (draft.AmendsPlanId is not null || draft.IsNewPlan || draft.Tasks.Count == 0 || plans.Count == 0)
                return new Result(all.Find(x => x.PlanId == draft.AmendsPlanId), draft.IsNewPlan, [], all);
            Guid[] ids = [.. all.Select(x => x.PlanId)];
            var tasks = (await db.PlanTasks.AsNoTracking().Where(x => ids.Contains(x.PlanId) && x.WithdrawnOn == null).OrderBy(x => x.Position)
                .Select(x => new { x.PlanId, x.Number, x.Section, x.Title, x.Body }).ToListAsync(cancellationToken))
                .ToLookup(x => x.PlanId, x => new WordedTask(x.Number, x.Section, x.Title, x.Body));
            WordedTask[] now = [.. draft.Tasks.Select(x => Worded.Of(x, null))];
            var alike = plans.Select(x => (x.Plan, Tasks: tasks[x.Plan.PlanId].ToList(), Candidate: x))
                .Select(x => (x.Plan, x.Tasks.Count, Likeness: x.Candidate.LikenessTo(draft, x.Tasks, now)))
                .Where(x => x.Likeness.IsAmendment).OrderByDescending(x => x.Likeness.FoundAgain).Take(MostOffers)
                .Select(x => new Alike(x.Plan, now.Length, (int)Math.Round(x.Likeness.FoundAgain * Math.Min(x.Count, now.Length))));
            return new Result(null, false, [.. alike], all);
        }
    }

    private sealed record Candidate(Choice Plan, string DocNumber, int FirstYear, int LastYear)
    {
        public PlanLikeness LikenessTo(ImportDraft draft, IReadOnlyList<WordedTask> before, IReadOnlyList<WordedTask> now) => new(
            EditionMatcher.ShareFoundAgain(before, now), PlanLikeness.LikenessOfTitles(Plan.Title, draft.Title),
            DocNumber.Length > 0 && DocNumber == draft.DocNumber, draft.FirstYear is null || (draft.FirstYear == FirstYear && draft.LastYear == LastYear));
    }
}
