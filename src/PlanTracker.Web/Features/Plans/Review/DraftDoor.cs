using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>How every edit comes at a draft and how it is kept: only by who coordinates, only while it is open, never over somebody else's edit.</summary>
internal static class DraftDoor
{
    public static async Task<Outcome<ImportDraft>> DraftToEdit(
        this PlanTrackerDbContext db, Actor actor, Guid draftId, bool withTasks, CancellationToken cancellation)
    {
        var drafts = withTasks ? db.ImportDrafts.Include(x => x.Tasks.OrderBy(t => t.Position)) : db.ImportDrafts.AsQueryable();
        var draft = await drafts.SingleOrDefaultAsync(x => x.Id == draftId, cancellation);
        if (draft is null || !actor.Coordinates(draft.JurisdictionId))
            return RefusalKind.NotFound;
        return draft.State == ImportState.InReview ? draft : RefusalKind.DraftIsClosed;
    }

    /// <param name="version">The one that the person saw.</param>
    public static async Task<Outcome<ImportDraftTask>> TaskToEdit(
        this PlanTrackerDbContext db, Actor actor, Guid taskId, int version, CancellationToken cancellation)
    {
        var task = await db.ImportDraftTasks.Include(x => x.ImportDraft).SingleOrDefaultAsync(x => x.Id == taskId, cancellation);
        if (task is null || !actor.Coordinates(task.ImportDraft.JurisdictionId))
            return RefusalKind.NotFound;
        if (task.ImportDraft.State != ImportState.InReview)
            return RefusalKind.DraftIsClosed;
        return task.Version == version ? task : RefusalKind.ChangedMeanwhile;
    }

    public static async Task<Outcome<Done>> SaveDraft(this PlanTrackerDbContext db, Guid draftId, Clock clock, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Changed, taken out or put back by somebody else in the same moment.
            return RefusalKind.ChangedMeanwhile;
        }

        // Beside the version: two people at different tasks do not stand in each other's way.
        var now = clock.UtcNow;
        await db.ImportDrafts.Where(x => x.Id == draftId).ExecuteUpdateAsync(set => set.SetProperty(x => x.ChangedAt, now), cancellation);
        return Done.It;
    }
}
