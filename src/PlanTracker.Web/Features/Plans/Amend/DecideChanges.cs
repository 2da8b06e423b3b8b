using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>采纳 or 不采纳: whether changes of an amended document are taken over into the plan.</summary>
public static class DecideChanges
{
    /// <param name="Ids">By the draft's tasks; of withdrawals by the plan's.</param>
    public sealed record Command(Guid DraftId, int Version, IReadOnlyList<Guid> Ids, bool IsAccepted) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.AmendmentToEdit(actor, request.DraftId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            var declined = draft.Amendment.Declined.Except(request.Ids);
            draft.Amendment = draft.Amendment with { Declined = [.. request.IsAccepted ? declined : declined.Concat(request.Ids).Distinct()] };
            return await db.SaveDraft(draft.Id, clock, cancellationToken);
        }
    }
}

/// <summary>Says from which task of the plan a task of the amended document goes on, or that it is a new one; also confirms a pair that was guessed.</summary>
public static class PairTasks
{
    /// <param name="PlanTaskId">Null: an added task.</param>
    public sealed record Command(Guid DraftId, int Version, Guid DraftTaskId, Guid? PlanTaskId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.AmendmentToEdit(actor, request.DraftId, request.Version, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            var others = draft.Amendment.Pairs.Where(x => x.DraftTaskId != request.DraftTaskId && (x.PlanTaskId is null || x.PlanTaskId != request.PlanTaskId));
            draft.Amendment = draft.Amendment with { Pairs = [.. others, new PairChoice(request.DraftTaskId, request.PlanTaskId)] };
            return await db.SaveDraft(draft.Id, clock, cancellationToken);
        }
    }
}

internal static class AmendmentDoor
{
    /// <param name="version">The one that the person saw.</param>
    public static async Task<Outcome<ImportDraft>> AmendmentToEdit(
        this PlanTrackerDbContext db, Actor actor, Guid draftId, int version, CancellationToken cancellation)
    {
        var found = await db.DraftToEdit(actor, draftId, withTasks: false, cancellation);
        if (found.Refusal is { } refusal)
            return refusal;
        if (found.Value.AmendsPlanId is null)
            return RefusalKind.NotFound;
        return found.Value.Version == version ? found.Value : RefusalKind.ChangedMeanwhile;
    }
}
