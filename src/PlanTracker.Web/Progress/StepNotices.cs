using System.Globalization;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>Who hears of which step. Saves nothing.</summary>
public sealed class StepNotices(NoticeWriter writer)
{
    /// <param name="occurrence">As it stands after the step, with its task and unit loaded.</param>
    public Task Tell(Occurrence occurrence, Step step, StepEntry entry, CancellationToken cancellation)
    {
        var (task, unit, words) = (Name(occurrence.PlanTask), occurrence.OrgUnit.Name, entry.Words.Trim());
        var day = entry.NewDueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return step switch
        {
            Step.RefuseAsNotOurs => Office(NoticeKind.NotOurs, unit, task, words),
            Step.RequestExtension => Office(NoticeKind.ExtensionRequested, unit, task, day),
            Step.RequestSuspension => Office(NoticeKind.SuspensionRequested, unit, task, words),
            Step.RequestCompletion or Step.HeadApprove or Step.Accept or Step.Approve => Forward(occurrence, task, unit),
            Step.Return => Unit(NoticeKind.Returned, task, words),
            Step.UpholdAssignment => Unit(NoticeKind.AssignmentUpheld, task),
            Step.ApproveExtension => Unit(NoticeKind.ExtensionApproved, task, day),
            Step.RefuseExtension => Unit(NoticeKind.ExtensionRefused, task, words),
            Step.Suspend => Unit(NoticeKind.Suspended, task, words),
            Step.Resume => Unit(NoticeKind.Resumed, task),
            Step.Cancel => Unit(NoticeKind.Cancelled, task, words),
            Step.CarryOver => Unit(NoticeKind.CarriedOver, task, words),
            Step.Reopen => Unit(NoticeKind.Reopened, task, words),
            Step.Reassign => Unit(NoticeKind.Reassigned, task),
            Step.RaiseObjection => Office(NoticeKind.ObjectionRaised, unit, task, words),
            Step.UpholdDecision => Unit(NoticeKind.DecisionUpheld, task, words),
            Step.ChangeDecision => Unit(NoticeKind.DecisionChanged, task, words),
            _ => Task.CompletedTask,
        };

        Task Unit(NoticeKind kind, params string[] arguments) => writer.ToUnit(occurrence.OrgUnitId, kind, LinkTo(occurrence), arguments, cancellation);

        Task Office(NoticeKind kind, params string[] arguments) => writer.ToCoordinators(occurrence.JurisdictionId, kind, LinkTo(occurrence), arguments, cancellation);

        Task Forward(Occurrence at, string name, string unitName) => at.State switch
        {
            OccurrenceState.UnitReview => writer.ToHeads(at.OrgUnitId, NoticeKind.HeadApprovalWanted, LinkTo(at), [unitName, name], cancellation),
            OccurrenceState.FirstReview => Office(NoticeKind.CompletionRequested, unitName, name),
            OccurrenceState.LeaderApproval => writer.ToLeaders(at.JurisdictionId, NoticeKind.LeaderApprovalWanted, LinkTo(at), [name], cancellation),
            OccurrenceState.Closed => Unit(NoticeKind.Accepted, name),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>The unit that loses a task hears of it too.</summary>
    public Task TellTakenAway(Guid from, PlanTask task, CancellationToken cancellation) =>
        writer.ToUnit(from, NoticeKind.TakenAway, $"/tasks/{task.Id}", [Name(task)], cancellation);

    private static string LinkTo(Occurrence occurrence) => $"/tasks/{occurrence.PlanTaskId}";

    private static string Name(PlanTask task) => task.Number.Length > 0 ? $"{task.Number} {task.Title}" : task.Title;
}
