using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Plans;

/// <summary>The reader's own sentence for what it was unsure of, in the language of the page.</summary>
internal static class DoubtWording
{
    public static string Sentence(DraftDoubt doubt) => ComplaintSentence.Of(
        new Diagnostic(doubt.Kind, null, doubt.Words, doubt is { Start: { } start, End: { } end } ? new SourceSpan(start, end) : null));
}
