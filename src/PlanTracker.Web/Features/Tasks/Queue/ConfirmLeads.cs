using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Takes the 「暂定」 from the leads of some tasks: the unit that stood first is the lead. Tasks that had none are passed over.</summary>
public static class ConfirmLeads
{
    public sealed record Command(IReadOnlyList<Guid> TaskIds) : ICommand<IReadOnlyList<TaskResult>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, IReadOnlyList<TaskResult>>
    {
        public async Task<IReadOnlyList<TaskResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.TaskIds.Distinct()];
            var found = await db.Assignments.Where(x => ids.Contains(x.PlanTaskId) && actor.CoordinatedIds.Contains(x.JurisdictionId)).ToListAsync(cancellationToken);
            var proposed = found.Where(x => x.Provisional).ToList();
            foreach (var assignment in proposed)
                assignment.Provisional = false;
            await db.SaveChangesAsync(cancellationToken);
            return [.. proposed.Select(x => x.PlanTaskId).Distinct().Select(id => new TaskResult(id, null)),
                .. ids.Except(found.Select(x => x.PlanTaskId)).Select(id => new TaskResult(id, new Refusal(RefusalKind.NotFound)))];
        }
    }
}

/// <param name="Refusal">Null where it was done.</param>
public sealed record TaskResult(Guid TaskId, Refusal? Refusal) : IRefusable;
