using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

public enum Confirmation
{
    /// <summary>确认牵头: those who stand first lead.</summary>
    Leads,

    /// <summary>All deadlines are right as they stand, the proposed ends of the period among them.</summary>
    Deadlines,
}

/// <summary>Confirms for all tasks of a draft at once.</summary>
public static class ConfirmAll
{
    public sealed record Command(Guid DraftId, Confirmation What) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            foreach (var task in found.Value.Tasks)
            {
                var confirmed = request.What == Confirmation.Leads ? Leads(task.Content) : Deadline(task.Content);
                if (!ReferenceEquals(confirmed, task.Content))
                    task.Content = confirmed;
            }

            return await db.SaveDraft(request.DraftId, clock, cancellationToken);
        }
    }

    public static DraftTaskContent Leads(DraftTaskContent content) => content.Units.Any(x => x.Provisional)
        ? content with { Units = [.. content.Units.Select(x => x with { Provisional = false })] }
        : content;

    public static DraftTaskContent Deadline(DraftTaskContent content) => content.DeadlineConfirmed
        ? content
        : content with
        {
            DeadlineConfirmed = true,
            Doubts = [.. content.Doubts.Select(x => ReviewDoubts.IsOfDeadline(x.Kind) && x.Kind != DiagnosticKind.ImpossibleDate ? x with { Settled = true } : x)],
        };
}
