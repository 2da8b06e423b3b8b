using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Makes two tasks of one; the second stands behind the first.</summary>
public static class SplitTask
{
    /// <param name="At">Place in the body at which the second begins.</param>
    public sealed record Command(Guid TaskId, int Version, int At) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.BeginChange(cancellationToken);
            var found = await db.TaskToEdit(actor, request.TaskId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var task = found.Value;
            if (request.At <= 0 || request.At >= task.Body.Length || task.Body[request.At..].Trim().Length == 0)
                return new Refusal(RefusalKind.Invalid, "拆分位置");
            var madeId = clock.NewId();
            await db.KeepCut(CutKind.Split, actor, clock, task, null, madeId, cancellationToken);
            var (first, second) = TaskCutting.Split(TaskView.Of(task), request.At, task.ImportDraft.SourceText);
            (task.Body, task.SpanEnd, task.Content) = (first.Body, first.SpanEnd, first.Content);
            await db.ImportDraftTasks.Where(x => x.ImportDraftId == task.ImportDraftId && x.Position > task.Position)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.Position, x => x.Position + 1), cancellationToken);
            var added = new ImportDraftTask
            {
                Id = madeId, ImportDraftId = task.ImportDraftId, Position = task.Position + 1, Number = second.Number, Section = second.Section,
                Title = second.Title, Body = second.Body, SpanStart = second.SpanStart, SpanEnd = second.SpanEnd, Content = second.Content,
            };
            db.ImportDraftTasks.Add(added);
            if (await db.SaveDraft(task.ImportDraftId, clock, cancellationToken) is { Refusal: { } why })
                return why;
            return added.Id;
        }
    }
}
