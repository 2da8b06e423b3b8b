using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>Says of some tasks that the proposed deadline holds, or which day does; from then on they may turn red. Tasks whose
/// deadline is confirmed already are passed over.</summary>
public static class ConfirmDeadlines
{
    /// <param name="DueOn">In place of the proposed day; null to keep it. Recurring tasks keep the days of their periods.</param>
    public sealed record Command(IReadOnlyList<Guid> TaskIds, DateOnly? DueOn = null) : ICommand<IReadOnlyList<TaskResult>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, StepRecorder recorder) : IHandler<Command, IReadOnlyList<TaskResult>>
    {
        public async Task<IReadOnlyList<TaskResult>> Handle(Command request, CancellationToken cancellationToken)
        {
            Guid[] ids = [.. request.TaskIds.Distinct()];
            var tasks = await db.PlanTasks.Where(x => ids.Contains(x.Id) && actor.CoordinatedIds.Contains(x.JurisdictionId)).ToDictionaryAsync(x => x.Id, cancellationToken);
            var occurrences = (await db.Occurrences.NotOver()
                .Where(x => ids.Contains(x.PlanTaskId) && actor.CoordinatedIds.Contains(x.JurisdictionId) && !x.DeadlineConfirmed).ToListAsync(cancellationToken)).ToLookup(x => x.PlanTaskId);
            List<TaskResult> results = [];
            foreach (var id in ids.Where(id => tasks.GetValueOrDefault(id) is not { DeadlineConfirmed: true }))
            {
                results.Add(new TaskResult(id, tasks.TryGetValue(id, out var task)
                    ? await Confirm(task, occurrences[id], request.DueOn, cancellationToken)
                    : new Refusal(RefusalKind.NotFound)));
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return results;
            }
            catch (DbUpdateConcurrencyException)
            {
                return [.. ids.Select(id => new TaskResult(id, new Refusal(RefusalKind.ChangedMeanwhile)))];
            }
        }

        private async Task<Refusal?> Confirm(PlanTask task, IEnumerable<Occurrence> occurrences, DateOnly? dueOn, CancellationToken cancellation)
        {
            if (task.Ongoing || (task.DueOn is null && task.Recurrence is null) || (dueOn is not null && task.Recurrence is not null))
                return new Refusal(RefusalKind.Invalid, "时限");
            foreach (var occurrence in occurrences)
            {
                if ((await recorder.Take(occurrence, Step.ConfirmDeadline, new StepEntry { NewDueOn = dueOn }, cancellation)).Refusal is { } refusal)
                    return refusal;
            }

            (task.DueOn, task.DeadlineConfirmed) = (dueOn ?? task.DueOn, true);
            return null;
        }
    }
}
