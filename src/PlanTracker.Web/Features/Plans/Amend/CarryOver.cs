using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;

namespace PlanTracker.Web.Features.Plans.Amend;

/// <summary>What a person settled about a task of one document holds for the next one, where that says the same in the same words.</summary>
internal static class CarryOver
{
    /// <param name="before">The tasks of the earlier document as they were reviewed.</param>
    /// <param name="beforeText">The text into which their spans point.</param>
    public static void From(IReadOnlyList<ImportDraftTask> before, string beforeText, ImportDraft draft)
    {
        var byWords = before.Select(x => (Words: WordsOf(x, beforeText), Task: x)).Where(x => x.Words.Length > 0)
            .GroupBy(x => x.Words).ToDictionary(x => x.Key, x => x.First().Task);
        var units = Linked(before.SelectMany(x => x.Content.Units).Where(x => x.OrgUnitId is not null).Select(x => (x.Name, x.OrgUnitId!.Value)));
        var groups = Linked(before.SelectMany(x => x.Content.Collectives).Where(x => x.UnitGroupId is not null).Select(x => (x.Name, x.UnitGroupId!.Value)));
        var byBody = before.Where(x => x.Body.Length > 0).GroupBy(x => (Plain(x.Title), Plain(x.Body))).ToDictionary(x => x.Key, x => x.First());
        foreach (var task in draft.Tasks.Where(x => x.Version == 0))
        {
            if (byWords.TryGetValue(WordsOf(task, draft.SourceText), out var same))
            {
                (task.Title, task.Body, task.Content) = (same.Title, same.Body, Settled(task.Content, same.Content));
                continue;
            }

            if (byBody.TryGetValue((Plain(task.Title), Plain(task.Body)), out var alike) && StandsIn(task.Body, task.Content.Deadlines, draft.SourceText))
                task.Content = WithDeadlineOf(task.Content, alike.Content);
            if (task.Content.Units.Any(x => x.OrgUnitId is null && units.ContainsKey(x.Name))
                || task.Content.Collectives.Any(x => x.UnitGroupId is null && groups.ContainsKey(x.Name)))
            {
                task.Content = task.Content with
                {
                    Units = [.. task.Content.Units.Select(x => x.OrgUnitId is null && units.TryGetValue(x.Name, out var id) ? x with { OrgUnitId = id, Match = "Chosen" } : x)],
                    Collectives = [.. task.Content.Collectives.Select(x => x.UnitGroupId is null && groups.TryGetValue(x.Name, out var id) ? x with { UnitGroupId = id } : x)],
                };
            }
        }
    }

    /// <summary>All that was read for the task, its units and its column of deadlines among it, without the number.</summary>
    private static string WordsOf(ImportDraftTask task, string text)
    {
        if (task is not { SpanStart: { } start, SpanEnd: { } end } || start < 0 || end > text.Length || start >= end)
            return "";
        string words = UnitName.Normalise(text[start..end]).Text, number = UnitName.Normalise(task.Number).Text;
        return words.StartsWith(number, StringComparison.Ordinal) ? words[number.Length..].TrimStart('.', '、') : words;
    }

    private static string Plain(string words) => UnitName.Normalise(words).Text;

    /// <summary>Whether all that was read about time was read from these words, and nothing from a column or a clause beside them.</summary>
    private static bool StandsIn(string body, IReadOnlyList<DraftDay> days, string text) => days.All(x =>
        x is { Start: { } start, End: { } end } && 0 <= start && start < end && end <= text.Length && Plain(body).Contains(Plain(text[start..end]), StringComparison.Ordinal));

    private static DraftTaskContent WithDeadlineOf(DraftTaskContent read, DraftTaskContent settled) => read with
    {
        Deadlines = settled.Deadlines, Recurrence = settled.Recurrence, PeriodDay = settled.PeriodDay, Ongoing = settled.Ongoing,
        DeadlineConfirmed = settled.DeadlineConfirmed,
        Doubts = [.. read.Doubts.Select(x => ReviewDoubts.IsOfDeadline(x.Kind) ? x with { Settled = true } : x)],
    };

    private static Dictionary<string, Guid> Linked(IEnumerable<(string Name, Guid Id)> links) => links.GroupBy(x => x.Name).ToDictionary(x => x.Key, x => x.First().Id);

    // The places in the new text are those at which the same things were read.
    private static DraftTaskContent Settled(DraftTaskContent read, DraftTaskContent settled) => settled with
    {
        Units = [.. settled.Units.Select(x => read.Units.FirstOrDefault(y => y.Name == x.Name) is var here ? x with { Start = here?.Start, End = here?.End } : x)],
        Collectives = [.. settled.Collectives.Select(x => read.Collectives.FirstOrDefault(y => y.Name == x.Name) is var here ? x with { Start = here?.Start, End = here?.End } : x)],
        Deadlines = [.. settled.Deadlines.Select(x => read.Deadlines.FirstOrDefault(y => y.Day == x.Day) is var here ? x with { Start = here?.Start, End = here?.End } : x)],
        Doubts = [.. read.Doubts.Select(x => x with { Settled = !settled.Doubts.Any(y => !y.Settled && y.Kind == x.Kind && y.Words == x.Words) })],
    };
}
