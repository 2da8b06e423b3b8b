using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Takes the next task into this one.</summary>
public static class MergeTasks
{
    public sealed record Command(Guid TaskId, int Version) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.TaskToEdit(actor, request.TaskId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var task = found.Value;
            var next = await db.ImportDraftTasks.Where(x => x.ImportDraftId == task.ImportDraftId && x.Position > task.Position)
                .OrderBy(x => x.Position).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return RefusalKind.NotFound;
            await db.KeepCut(CutKind.Merged, actor, clock, task, next, null, cancellationToken);
            var merged = TaskCutting.Merge(TaskView.Of(task), TaskView.Of(next));
            (task.Body, task.SpanStart, task.SpanEnd, task.Content) = (merged.Body, merged.SpanStart, merged.SpanEnd, merged.Content);
            db.ImportDraftTasks.Remove(next);
            return await db.SaveDraft(task.ImportDraftId, clock, cancellationToken);
        }
    }
}
