using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Mends what is said of the document as a whole.</summary>
public static class EditDraft
{
    /// <param name="Settled">Doubt of the document that the person calls right, by its place in the list; null for none.</param>
    public sealed record Command(Guid DraftId, int Version, DraftFields Fields, int? Settled = null) : ICommand<Outcome<int>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<int>>
    {
        private const int FirstYear = 1949;
        private const int LastYear = 2200;

        public async Task<Outcome<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.DraftToEdit(actor, request.DraftId, withTasks: false, cancellationToken);
            if (found.Refusal is { } refusal)
                return refusal;
            var (draft, fields) = (found.Value, request.Fields);
            if (draft.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            var (first, last) = (fields.FirstYear, fields.LastYear ?? fields.FirstYear);
            if (first is < FirstYear or > LastYear || last is < FirstYear or > LastYear || last < first || (first is null && last is not null)
                || fields.Kind == DocumentKind.Unreadable)
                return new Refusal(RefusalKind.Invalid, "计划年度");
            (draft.Kind, draft.Title, draft.DocNumber, draft.Issuer) = (fields.Kind, fields.Title.Trim(), fields.DocNumber.Trim(), fields.Issuer.Trim());
            (draft.Issued, draft.FirstYear, draft.LastYear) = (fields.Issued, first, last);
            draft.Doubts = [.. draft.Doubts.Select((doubt, index) =>
                index == request.Settled || (doubt.Kind == DiagnosticKind.PeriodUnknown && first is not null) ? doubt with { Settled = true } : doubt)];
            var saved = await db.SaveDraft(draft.Id, clock, cancellationToken);
            return saved.IsDone ? draft.Version : saved.Refusal!;
        }
    }
}
