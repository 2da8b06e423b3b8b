namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>A task that a passage of a report seems to tell of.</summary>
/// <param name="IsStrong">Much more alike than any other: may be taken without choosing.</param>
public readonly record struct PassageMatch<T>(T Task, double Likeness, bool IsStrong);

/// <summary>Finds of which tasks a passage of a report tells.</summary>
public sealed class PassageMatcher<T>(IEnumerable<(T Task, string Title, string Body)> tasks)
{
    /// <summary>Below it two texts share no more than the words of the trade.</summary>
    private const double Least = 0.1;

    /// <summary>From here on, and so far before the second, five in six firsts were right where it was measured.</summary>
    private const double Strong = 0.3;
    private const double Lead = 1.7;

    private const int Most = 3;
    private const double TitleWeight = 3;

    private readonly TextIndex<T> index = new(tasks.Select(x => (x.Task, (IReadOnlyList<(string, double)>)[(x.Title, TitleWeight), (x.Body, 1)])));

    /// <summary>The likeliest first; empty where the passage tells of none.</summary>
    public IReadOnlyList<PassageMatch<T>> For(string heading, string words)
    {
        var hits = index.Nearest($"{heading} {words}", Most, Least);
        return
        [
            .. hits.Select((hit, place) => new PassageMatch<T>(
                hit.Item, hit.Score, place == 0 && hit.Score >= Strong && (hits.Count == 1 || hit.Score >= Lead * hits[1].Score))),
        ];
    }
}
