using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>撤销: takes the deleting, merging or splitting of a task back; the task stands again where it stood, with all it held.</summary>
public static class TakeBack
{
    public sealed record Command(Guid DraftId, Guid CutId) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        /// <returns>The task that stands again.</returns>
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var tasks = found.Value.Tasks;
            var cut = await db.DraftCuts.SingleOrDefaultAsync(x => x.Id == request.CutId && x.ImportDraftId == request.DraftId, cancellationToken);
            if (cut is null || !DraftCuts.CanBeTakenBack(cut, tasks))
                return RefusalKind.ChangedMeanwhile;
            if (cut.Kind != CutKind.Deleted)
                tasks.Single(x => x.Id == cut.First.Id).GiveBack(cut.First);
            if (cut.Kind == CutKind.Split)
                db.ImportDraftTasks.Remove(tasks.Single(x => x.Id == cut.MadeId));
            else
                PutBack(cut.Kind == CutKind.Deleted ? cut.First : cut.Second!, cut.BehindId, tasks, request.DraftId);
            db.DraftCuts.Remove(cut);
            var saved = await db.SaveDraft(request.DraftId, clock, cancellationToken);
            return saved.IsDone ? cut.Second?.Id ?? cut.First.Id : saved.Refusal!;
        }

        // Behind the task that stood before it; where that is gone too, at its old place among those that are left.
        private void PutBack(TaskAsItStood stood, Guid? behindId, List<ImportDraftTask> tasks, Guid draftId)
        {
            var behind = tasks.Find(x => x.Id == behindId) ?? tasks.FindLast(x => behindId is not null && x.Position < stood.Position);
            var position = behind is null ? 0 : behind.Position + 1;
            if (tasks.Any(x => x.Position == position))
            {
                foreach (var later in tasks.Where(x => x.Position >= position))
                    later.Position++;
            }

            var task = new ImportDraftTask { Id = stood.Id, ImportDraftId = draftId, Position = position, Number = "", Title = stood.Title, Content = stood.Content };
            task.GiveBack(stood);
            db.ImportDraftTasks.Add(task);
        }
    }
}

/// <summary>Lets go of all that might be taken back: it was meant so.</summary>
public static class LetGo
{
    public sealed record Command(Guid DraftId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: false, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            await db.DraftCuts.Where(x => x.ImportDraftId == request.DraftId).ExecuteDeleteAsync(cancellationToken);
            return Done.It;
        }
    }
}
