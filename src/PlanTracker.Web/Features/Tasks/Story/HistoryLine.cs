namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>What several units did, or had done to them, on one day and in the same words is told once.</summary>
/// <param name="Entries">At least one, the newest first; alike in all but unit, person and time.</param>
public sealed record HistoryLine(IReadOnlyList<TaskStory.Entry> Entries)
{
    public TaskStory.Entry First => Entries[0];

    /// <param name="entries">The newest first, as the lines are.</param>
    public static IReadOnlyList<HistoryLine> Fold(IEnumerable<TaskStory.Entry> entries) =>
        [.. entries.GroupBy(x => x with { At = default, Unit = "", ByName = "" }).Select(alike => new HistoryLine([.. alike]))];
}
