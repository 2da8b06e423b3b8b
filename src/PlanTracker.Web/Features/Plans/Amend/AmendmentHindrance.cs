using PlanTracker.Web.Features.Plans.Publish;

namespace PlanTracker.Web.Features.Plans.Amend;

internal static class AmendmentHindrance
{
    /// <summary>What stands in the way of publishing: as with any draft, of the tasks that are adopted; and pairs that nobody has confirmed.</summary>
    public static IReadOnlyList<Hindrance> Of(LaidAmendment laid, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> members)
    {
        var adopted = laid.Changes.Where(x => x.Now is not null && laid.IsAccepted(x)).ToList();
        List<Hindrance> found = [.. Hindrance.Of(laid.Draft, adopted.Select(x => laid.DraftOf(x)!.Content), members)];
        if (laid.Changes.Any(x => x.Now is not null))
            found.RemoveAll(x => x.Kind == HindranceKind.NoTasks);
        found.AddRange(adopted.Where(x => x.IsUncertain).Select(x => new Hindrance(HindranceKind.UncertainPair, $"{laid.DraftOf(x)!.Number} {laid.DraftOf(x)!.Title}")));
        return found;
    }
}
