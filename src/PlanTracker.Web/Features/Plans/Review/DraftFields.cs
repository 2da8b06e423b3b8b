using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>What is said of the document as a whole, and may be mended.</summary>
public sealed record DraftFields(DocumentKind Kind, string Title, string DocNumber, string Issuer, DateOnly? Issued, int? FirstYear, int? LastYear)
{
    public static DraftFields Of(ImportDraft draft) =>
        new(draft.Kind, draft.Title, draft.DocNumber, draft.Issuer, draft.Issued, draft.FirstYear, draft.LastYear);
}
