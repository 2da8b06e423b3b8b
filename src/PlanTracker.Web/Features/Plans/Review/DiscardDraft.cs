using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>作废: the draft is put away; the same file may be imported anew.</summary>
public static class DiscardDraft
{
    public sealed record Command(Guid DraftId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var draft = await db.ImportDrafts.FindAsync([request.DraftId], cancellationToken);
            if (draft is null || !actor.Coordinates(draft.JurisdictionId))
                return RefusalKind.NotFound;
            if (draft.State == ImportState.Published)
                return RefusalKind.DraftIsClosed;
            draft.State = ImportState.Discarded;
            return await db.SaveDraft(draft.Id, clock, cancellationToken);
        }
    }
}
