namespace PlanTracker.Web.Channels;

/// <summary>What a group robot or a webhook is told: counts and a link.</summary>
/// <param name="Id">Of the digest: the same message sent twice is known by it.</param>
/// <param name="Kind">"reminders" or "test".</param>
/// <param name="Lines">Sentences in the reader's language.</param>
/// <param name="Counts">How many tasks by matter, by its stable name.</param>
public sealed record GroupMessage(
    Guid Id, string Kind, DateOnly Day, string Place, string? Unit, string Title, IReadOnlyList<string> Lines, IReadOnlyList<KeyValuePair<string, int>> Counts,
    string LinkWords, string Link);
