using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans.Likeness;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Likeness;

/// <summary>The tasks in force of a jurisdiction and of those above it, ready to be likened.</summary>
/// <param name="Own">Those of the jurisdiction itself.</param>
public sealed record LikenedTasks(TextIndex<TaskText> Index, FrozenSet<Guid> Own);

/// <summary>Gives the wordings of tasks to liken with. They are read from the store once, and again when a plan was published or amended since, by whichever
/// node of the application.</summary>
public sealed class TaskWordings(PlanTrackerDbContext db, WordingShelf shelf)
{
    /// <summary>Own ones first, then the newest: older ones say little of today.</summary>
    private const int Most = 10_000;

    public async Task<LikenedTasks> Of(Guid jurisdictionId, CancellationToken cancellation)
    {
        // Asked before the wordings are read: what is published in between is read too early, and once more the next time.
        var plans = await db.Plans.AsNoTracking()
            .Where(x => db.Jurisdictions.Any(place => place.Id == jurisdictionId && place.Path.StartsWith(x.Jurisdiction.Path)))
            .OrderBy(x => x.Id).Select(x => new PlanStamp(x.Id, x.Version, db.PlanEditions.Count(edition => edition.PlanId == x.Id))).ToListAsync(cancellation);
        if (shelf.Find(jurisdictionId, plans) is { } kept)
            return kept;
        Guid[] ids = [.. plans.Select(x => x.PlanId)];
        var rows = await db.PlanTasks.AsNoTracking().Where(x => ids.Contains(x.PlanId) && x.WithdrawnOn == null)
            .OrderByDescending(x => x.JurisdictionId == jurisdictionId).ThenByDescending(x => x.Plan.PublishedAt).ThenBy(x => x.Id).Take(Most)
            .Select(x => new { x.Id, x.Title, x.Body, x.JurisdictionId }).ToListAsync(cancellation);
        LikenedTasks read = new(
            TaskText.Index(rows.Select(x => new TaskText(x.Id, x.Title, x.Body))),
            rows.Where(x => x.JurisdictionId == jurisdictionId).Select(x => x.Id).ToFrozenSet());
        shelf.Keep(jurisdictionId, plans, read);
        return read;
    }
}
