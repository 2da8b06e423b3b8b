using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Takes the 「暂定」 from the leads of some tasks: the unit that stood first is the lead.</summary>
public static class ConfirmLeads
{
    public sealed record Command(IReadOnlyList<Guid> TaskIds) : ICommand<IReadOnlyList<TaskResult>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, IReadOnlyList<TaskResult>>
    {
        public async Task<IReadOnlyList<TaskResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.TaskIds.Distinct()];
            var found = await db.Assignments.Where(x => ids.Contains(x.PlanTaskId) && actor.CoordinatedIds.Contains(x.JurisdictionId)).ToListAsync(cancellationToken);
            foreach (var assignment in found)
                assignment.Provisional = false;
            await db.SaveChangesAsync(cancellationToken);
            var done = found.Select(x => x.PlanTaskId).ToHashSet();
            return [.. ids.Select(id => new TaskResult(id, done.Contains(id) ? null : new Refusal(RefusalKind.NotFound)))];
        }
    }
}

/// <param name="Refusal">Null where it was done.</param>
public sealed record TaskResult(Guid TaskId, Refusal? Refusal);
