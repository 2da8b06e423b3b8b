using PlanTracker.Documents.Drafts;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>What kind of look a place wants.</summary>
public enum ReviewDoubtKind
{
    /// <summary>The reader was unsure of it.</summary>
    Read,
    UnknownUnit,
    UnknownGroup,
    ProvisionalLead,
    UnconfirmedDeadline,
}

/// <param name="Words">The printed words it is about.</param>
/// <param name="Index">Of what the reader said, its place in the task's list; of a unit or group likewise.</param>
public sealed record ReviewDoubt(ReviewDoubtKind Kind, string Words, int? Start, int? End, int Index, DraftDoubt? Read = null);

/// <summary>All that is still open on a task. What was mended leaves by itself.</summary>
public static class ReviewDoubts
{
    public static bool IsOfDeadline(DiagnosticKind kind) =>
        kind is DiagnosticKind.UnsureDeadline or DiagnosticKind.ImpossibleDate or DiagnosticKind.AmbiguousYear or DiagnosticKind.BareMonth;

    public static IReadOnlyList<ReviewDoubt> Of(DraftTaskContent content)
    {
        List<ReviewDoubt> doubts = [];
        doubts.AddRange(content.Doubts.Index().Where(x => IsOpen(x.Item, content))
            .Select(x => new ReviewDoubt(ReviewDoubtKind.Read, x.Item.Words, x.Item.Start, x.Item.End, x.Index, x.Item)));
        doubts.AddRange(content.Units.Index().Where(x => x.Item.OrgUnitId is null)
            .Select(x => new ReviewDoubt(ReviewDoubtKind.UnknownUnit, x.Item.Name, x.Item.Start, x.Item.End, x.Index)));
        doubts.AddRange(content.Collectives.Index().Where(x => x.Item.UnitGroupId is null)
            .Select(x => new ReviewDoubt(ReviewDoubtKind.UnknownGroup, x.Item.Name, x.Item.Start, x.Item.End, x.Index)));
        doubts.AddRange(content.Units.Index().Where(x => x.Item.Provisional)
            .Select(x => new ReviewDoubt(ReviewDoubtKind.ProvisionalLead, x.Item.Name, x.Item.Start, x.Item.End, x.Index)));
        if (!content.DeadlineConfirmed)
            doubts.Add(new ReviewDoubt(ReviewDoubtKind.UnconfirmedDeadline, "", null, null, 0));
        return doubts;
    }

    private static bool IsOpen(DraftDoubt doubt, DraftTaskContent content) =>
        !doubt.Settled && !(doubt.Kind == DiagnosticKind.NoUnits && content.Units.Count + content.Collectives.Count > 0);
}
