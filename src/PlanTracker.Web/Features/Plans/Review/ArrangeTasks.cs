using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Adds a task by hand, behind another or at the end.</summary>
public static class AddTask
{
    public sealed record Command(Guid DraftId, Guid? Behind, string Title) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(request.Title))
                return new Refusal(RefusalKind.Missing, "标题");
            var tasks = found.Value.Tasks;
            var behind = tasks.Find(x => x.Id == request.Behind) ?? tasks.LastOrDefault();
            var position = behind is null ? 0 : behind.Position + 1;
            foreach (var later in tasks.Where(x => x.Position >= position))
                later.Position++;
            var added = new ImportDraftTask
            {
                Id = clock.NewId(), ImportDraftId = request.DraftId, Position = position, Number = "", Section = behind?.Section ?? "",
                Title = request.Title.Trim(), Content = new DraftTaskContent(),
            };
            db.ImportDraftTasks.Add(added);
            var saved = await db.SaveDraft(request.DraftId, clock, cancellationToken);
            return saved.IsDone ? added.Id : saved.Refusal!;
        }
    }
}

/// <summary>Takes a task out of the draft; it can be put back (<see cref="TakeBack"/>).</summary>
public static class DeleteTask
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
            await db.KeepCut(CutKind.Deleted, actor, clock, task, null, null, cancellationToken);
            db.ImportDraftTasks.Remove(task);
            return await db.SaveDraft(task.ImportDraftId, clock, cancellationToken);
        }
    }
}

/// <summary>Changes places with the task before or behind.</summary>
public static class MoveTask
{
    public sealed record Command(Guid TaskId, int Version, bool Up) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.TaskToEdit(actor, request.TaskId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var task = found.Value;
            var others = db.ImportDraftTasks.Where(x => x.ImportDraftId == task.ImportDraftId);
            var other = request.Up
                ? await others.Where(x => x.Position < task.Position).OrderByDescending(x => x.Position).FirstOrDefaultAsync(cancellationToken)
                : await others.Where(x => x.Position > task.Position).OrderBy(x => x.Position).FirstOrDefaultAsync(cancellationToken);
            if (other is null)
                return Done.It;
            (task.Position, other.Position) = (other.Position, task.Position);
            return await db.SaveDraft(task.ImportDraftId, clock, cancellationToken);
        }
    }
}

/// <summary>Numbers all tasks anew from 1, in order.</summary>
public static class RenumberTasks
{
    public sealed record Command(Guid DraftId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            foreach (var (index, task) in found.Value.Tasks.Index())
                (task.Number, task.Position) = ($"{index + 1}.", index);
            return await db.SaveDraft(request.DraftId, clock, cancellationToken);
        }
    }
}
