using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>Says whether a draft is an amended document of a plan or a plan of its own. Of an amended one, what was settled in the review of the edition before
/// is settled again wherever the very same words were read and nobody has touched them here.</summary>
public static class ChooseAmended
{
    /// <param name="PlanId">Null: a plan of its own.</param>
    public sealed record Command(Guid DraftId, Guid? PlanId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: true, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var draft = found.Value;
            if (request.PlanId is { } plan && !await db.Plans.AnyAsync(x => x.Id == plan && x.JurisdictionId == draft.JurisdictionId, cancellationToken))
                return RefusalKind.NotFound;
            if (draft.AmendsPlanId != request.PlanId)
                draft.Amendment = new AmendmentChoices();
            (draft.AmendsPlanId, draft.IsNewPlan) = (request.PlanId, request.PlanId is null);
            if (request.PlanId is { } amended)
                await CarryOver(draft, amended, cancellationToken);
            return await db.SaveDraft(draft.Id, clock, cancellationToken);
        }

        private async Task CarryOver(ImportDraft draft, Guid planId, CancellationToken cancellation)
        {
            var edition = await db.PlanEditions.AsNoTracking().Where(x => x.PlanId == planId).OrderByDescending(x => x.Ordinal)
                .Select(x => new { x.ImportDraftId, x.SourceText }).FirstOrDefaultAsync(cancellation);
            if (edition is null)
                return;
            var reviewed = await db.ImportDraftTasks.AsNoTracking().Where(x => x.ImportDraftId == edition.ImportDraftId).OrderBy(x => x.Position).ToListAsync(cancellation);
            Amend.CarryOver.From(reviewed, edition.SourceText, draft);
        }
    }
}
