using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>What is kept of a task when it is deleted, merged or split.</summary>
internal static class DraftCuts
{
    /// <summary>Keeps the tasks as they stand now; to be called before they are changed and saved together with that.</summary>
    public static async Task KeepCut(
        this PlanTrackerDbContext db, CutKind kind, Actor actor, Clock clock, ImportDraftTask first, ImportDraftTask? second, Guid? madeId,
        CancellationToken cancellation)
    {
        // Merging takes the second out, which stood behind the first.
        var behind = kind != CutKind.Deleted
            ? first.Id
            : await db.ImportDraftTasks.Where(x => x.ImportDraftId == first.ImportDraftId && x.Position < first.Position)
                .OrderByDescending(x => x.Position).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(cancellation);
        db.DraftCuts.Add(new DraftCut
        {
            Id = clock.NewId(), ImportDraftId = first.ImportDraftId, Kind = kind, First = AsItStands(first), Second = second is null ? null : AsItStands(second),
            MadeId = madeId, BehindId = behind, FirstVersion = first.Version + 1, At = clock.UtcNow, ByName = actor.Name,
        });
    }

    /// <summary>Whether nobody has edited since what the cut left behind.</summary>
    public static bool CanBeTakenBack(DraftCut cut, IReadOnlyList<ImportDraftTask> tasks) => cut.Kind switch
    {
        CutKind.Deleted => tasks.All(x => x.Id != cut.First.Id),
        CutKind.Merged => tasks.Any(x => x.Id == cut.First.Id && x.Version == cut.FirstVersion),
        _ => tasks.Any(x => x.Id == cut.First.Id && x.Version == cut.FirstVersion) && tasks.Any(x => x.Id == cut.MadeId && x.Version == 0),
    };

    public static void GiveBack(this ImportDraftTask task, TaskAsItStood stood) =>
        (task.Number, task.Section, task.Title, task.Body, task.SpanStart, task.SpanEnd, task.Content) =
        (stood.Number, stood.Section, stood.Title, stood.Body, stood.SpanStart, stood.SpanEnd, stood.Content);

    private static TaskAsItStood AsItStands(ImportDraftTask task) => new(
        task.Id, task.Position, task.Number, task.Section, task.Title, task.Body, task.SpanStart, task.SpanEnd, task.Content);
}
