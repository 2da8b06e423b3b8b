namespace PlanTracker.Domain.Plans.Likeness;

/// <summary>A task by its words.</summary>
public sealed record TaskText(Guid Id, string Title, string Body)
{
    /// <summary>Title and body as one: a body that begins with its title says it once.</summary>
    public string Words { get; } = Body.StartsWith(Title, StringComparison.Ordinal) ? Body : $"{Title}。{Body}";

    /// <summary>A title says more than a body: it counts twice.</summary>
    public static TextIndex<TaskText> Index(IEnumerable<TaskText> tasks) =>
        new(tasks.Select(x => (x, (IReadOnlyList<(string, double)>)[(x.Title, 1), (x.Words, 1)])));
}
