namespace PlanTracker.Web.Likeness;

/// <summary>As long as a plan's stamp is the same, so are the wordings of its tasks.</summary>
/// <param name="Editions">An amendment may change tasks and leave the plan's own columns as they are.</param>
public readonly record struct PlanStamp(Guid PlanId, int Version, int Editions);

/// <summary>Keeps in memory what was likened last, for the jurisdictions that were asked for last.</summary>
public sealed class WordingShelf
{
    /// <summary>Of all jurisdictions together; ten thousand take some thirty megabytes. What is asked for now is kept in any case.</summary>
    private const int MostTasks = 30_000;

    private readonly Lock door = new();
    private readonly LinkedList<Kept> shelf = [];

    public LikenedTasks? Find(Guid jurisdictionId, IReadOnlyList<PlanStamp> plans)
    {
        lock (door)
        {
            if (PlaceOf(jurisdictionId) is not { } found || !found.Value.Plans.SequenceEqual(plans))
                return null;
            shelf.Remove(found);
            shelf.AddFirst(found);
            return found.Value.Tasks;
        }
    }

    public void Keep(Guid jurisdictionId, IReadOnlyList<PlanStamp> plans, LikenedTasks tasks)
    {
        lock (door)
        {
            if (PlaceOf(jurisdictionId) is { } before)
                shelf.Remove(before);
            shelf.AddFirst(new Kept(jurisdictionId, plans, tasks));
            while (shelf.Count > 1 && shelf.Sum(x => x.Tasks.Index.Count) > MostTasks)
                shelf.RemoveLast();
        }
    }

    private LinkedListNode<Kept>? PlaceOf(Guid jurisdictionId)
    {
        for (var at = shelf.First; at is not null; at = at.Next)
        {
            if (at.Value.JurisdictionId == jurisdictionId)
                return at;
        }

        return null;
    }

    private sealed record Kept(Guid JurisdictionId, IReadOnlyList<PlanStamp> Plans, LikenedTasks Tasks);
}
