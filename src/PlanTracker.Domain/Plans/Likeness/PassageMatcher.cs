namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>A task that a passage of a report seems to tell of.</summary>
/// <param name="IsStrong">Much more alike than any other: may be taken without choosing.</param>
public readonly record struct PassageMatch(TaskText Task, double Likeness, bool IsStrong);

/// <summary>Finds of which tasks a passage of a report tells.</summary>
public static class PassageMatcher
{
    /// <summary>Below it two texts share no more than the words of the trade.</summary>
    private const double Least = 0.1;

    /// <summary>A third of a passage taken up by one task, or a quarter of a task told in a long passage, and so far before the second: five in six firsts were
    /// right where it was measured.</summary>
    private const double StrongOfPassage = 0.3;
    private const double StrongOfTask = 0.25;
    private const double Lead = 1.5;

    /// <summary>So many are worth a person's look.</summary>
    private const int Most = 3;

    /// <summary>The likeliest first; empty where the passage tells of none.</summary>
    /// <param name="among">The tasks that it may tell of.</param>
    public static IReadOnlyList<PassageMatch> TasksOf(
        this TextIndex<TaskText> tasks, string heading, string words, Func<TaskText, bool>? among = null, int most = Most)
    {
        var hits = tasks.Nearest($"{heading} {words}", most, among: among).Where(x => x.Score >= Least || x.OfText >= StrongOfTask).ToList();
        return
        [
            .. hits.Select((hit, place) => new PassageMatch(
                hit.Item, hit.Score, place == 0 && IsMuch(hit) && (hits.Count == 1 || hit.Score >= Lead * hits[1].Score))),
        ];
    }

    private static bool IsMuch(Hit<TaskText> hit) => hit.Score >= StrongOfPassage || hit.OfText >= StrongOfTask;
}
