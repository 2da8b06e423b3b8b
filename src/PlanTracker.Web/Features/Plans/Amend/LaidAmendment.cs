using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Editions;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>An amended document laid over the newest edition of its plan, with what people said of the pairs.</summary>
/// <param name="Before">The tasks in force, in order, each with its newest wording.</param>
/// <param name="Changes">Their places are those in <paramref name="Before"/> and in the draft's tasks.</param>
internal sealed record LaidAmendment(
    ImportDraft Draft, Plan Plan, PlanEdition Edition, IReadOnlyList<TaskWording> Before, IReadOnlyList<ImportDraftTask> Now, IReadOnlyList<TaskChange> Changes)
{
    /// <summary>What must not have moved between looking and publishing: the draft with all its tasks, the plan, its newest edition.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Draft.Version}-{Draft.ChangedAt.Ticks}-{Plan.Version}-{Edition.Ordinal}");

    public PlanTask? TaskOf(TaskChange change) => change.Before is { } place ? Before[place].PlanTask : null;

    public TaskWording? WordingOf(TaskChange change) => change.Before is { } place ? Before[place] : null;

    public ImportDraftTask? DraftOf(TaskChange change) => change.Now is { } place ? Now[place] : null;

    /// <summary>By which a change is accepted or declined: the draft's task, of a withdrawal the plan's.</summary>
    public Guid IdOf(TaskChange change) => DraftOf(change)?.Id ?? TaskOf(change)!.Id;

    public bool IsAccepted(TaskChange change) => !Draft.Amendment.Declined.Contains(IdOf(change));
}

internal static class AmendmentLaying
{
    /// <summary>Tracked, with all runs of the plan; a plan whose first edition was not kept gets it added.</summary>
    public static Task<Outcome<LaidAmendment>> AmendmentToPublish(this PlanTrackerDbContext db, Actor actor, Clock clock, Guid draftId, CancellationToken cancellation) =>
        Lay(db, actor, clock, draftId, db.Plans.Include(x => x.Jurisdiction).Include(x => x.Tasks).ThenInclude(x => x.Assignments).ThenInclude(x => x.Occurrences)
            .Include(x => x.Tasks).ThenInclude(x => x.Milestones).AsSplitQuery(), isRead: false, cancellation);

    /// <summary>For looking at, with all runs of the plan.</summary>
    public static Task<Outcome<LaidAmendment>> AmendmentToPreview(this PlanTrackerDbContext db, Actor actor, Clock clock, Guid draftId, CancellationToken cancellation) =>
        Lay(db, actor, clock, draftId, db.Plans.AsNoTrackingWithIdentityResolution().Include(x => x.Tasks).ThenInclude(x => x.Assignments)
            .ThenInclude(x => x.Occurrences).AsSplitQuery(), isRead: true, cancellation);

    /// <summary>For looking at, words alone.</summary>
    public static Task<Outcome<LaidAmendment>> AmendmentToRead(this PlanTrackerDbContext db, Actor actor, Clock clock, Guid draftId, CancellationToken cancellation) =>
        Lay(db, actor, clock, draftId, db.Plans.AsNoTrackingWithIdentityResolution().Include(x => x.Tasks).ThenInclude(x => x.Assignments).AsSplitQuery(),
            isRead: true, cancellation);

    private static async Task<Outcome<LaidAmendment>> Lay(
        PlanTrackerDbContext db, Actor actor, Clock clock, Guid draftId, IQueryable<Plan> plans, bool isRead, CancellationToken cancellation)
    {
        IQueryable<ImportDraft> drafts = db.ImportDrafts.Include(x => x.Tasks.OrderBy(t => t.Position));
        var draft = await (isRead ? drafts.AsNoTracking() : drafts).SingleOrDefaultAsync(x => x.Id == draftId, cancellation);
        if (draft is null || !actor.Coordinates(draft.JurisdictionId) || draft.AmendsPlanId is not { } planId)
            return RefusalKind.NotFound;
        if (draft.State != ImportState.InReview)
            return RefusalKind.DraftIsClosed;
        if (await plans.SingleOrDefaultAsync(x => x.Id == planId && x.JurisdictionId == draft.JurisdictionId, cancellation) is not { } plan)
            return RefusalKind.NotFound;
        var edition = await db.PlanEditions.AsNoTracking().Include(x => x.Wordings).Where(x => x.PlanId == planId).OrderByDescending(x => x.Ordinal)
            .FirstOrDefaultAsync(cancellation);
        if (edition is null)
        {
            edition = new EditionMaker(clock, actor.AccountId).Remember(plan);
            if (!isRead)
                db.PlanEditions.Add(edition);
        }

        var tasks = plan.Tasks.Where(x => x.WithdrawnOn is null).ToDictionary(x => x.Id);
        var before = edition.Wordings.Where(x => tasks.ContainsKey(x.PlanTaskId)).OrderBy(x => x.Position).ToList();
        foreach (var wording in before)
            wording.PlanTask = tasks[wording.PlanTaskId];
        return new LaidAmendment(draft, plan, edition, before, draft.Tasks, Changes(draft, edition, before));
    }

    private static IReadOnlyList<TaskChange> Changes(ImportDraft draft, PlanEdition edition, List<TaskWording> before)
    {
        var old = new PlanPeriod(edition.FirstYear, edition.LastYear);
        PlanPeriod? years = draft is { FirstYear: { } first, LastYear: { } last } ? new PlanPeriod(first, last) : null;
        var placeOf = before.Index().ToDictionary(x => x.Item.PlanTaskId, x => x.Index);
        var chosen = draft.Amendment.Pairs.Select(pair => (Now: draft.Tasks.FindIndex(x => x.Id == pair.DraftTaskId), pair.PlanTaskId))
            .Where(x => x.Now >= 0 && (x.PlanTaskId is not { } wanted || placeOf.ContainsKey(wanted)))
            .Select(x => new ChosenPair(x.Now, x.PlanTaskId is { } wanted ? placeOf[wanted] : null));
        return EditionMatcher.Lay([.. before.Select(x => x.Worded(old))], [.. draft.Tasks.Select(x => Worded.Of(x, years))], [.. chosen]);
    }
}
