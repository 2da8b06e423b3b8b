using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>A task that the text states and an annexed table states again is one task: the table fills what the text leaves open.</summary>
internal static class AnnexedTables
{
    private const int ShortestBeginning = 6;

    public static (List<DraftTask> Tasks, List<Diagnostic> Doubts) Merge(
        List<DraftTask> tasks, List<Diagnostic> doubts, IReadOnlyList<DraftTask> rows, IReadOnlyList<Diagnostic> rowDoubts)
    {
        var merged = tasks.ConvertAll(task => task);
        var known = tasks.Select((task, index) => (Key: KeyOf(task.Title), index)).GroupBy(task => task.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().index, StringComparer.Ordinal);
        var added = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (Stated(known, KeyOf(rows[row].Title)) is { } index) merged[index] = Filled(merged[index], rows[row]);
            else added.Add(row);
        }

        var all = merged.Select((task, index) => (Task: task, Doubts: doubts.Where(doubt => doubt.Task == index)))
            .Concat(added.Select(row => (Task: rows[row], Doubts: rowDoubts.Where(doubt => doubt.Task == row))))
            .OrderBy(entry => entry.Task.Span.Start).ToList();
        return (all.ConvertAll(entry => entry.Task),
            [.. doubts.Where(doubt => doubt.Task is null), .. all.SelectMany((entry, index) => entry.Doubts.Select(doubt => doubt with { Task = index }))]);
    }

    private static int? Stated(Dictionary<string, int> known, string key)
    {
        if (known.TryGetValue(key, out var same)) return same;
        if (key.Length < ShortestBeginning) return null;
        foreach (var (title, index) in known)
        {
            if (title.Length >= ShortestBeginning
                && (title.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(title, StringComparison.Ordinal)))
                return index;
        }

        return null;
    }

    private static string KeyOf(string title) => string.Concat(PlainForm.Of(title).Where(char.IsLetterOrDigit));

    private static DraftTask Filled(DraftTask task, DraftTask row)
    {
        var timed = task.Deadlines.Count > 0 || task.Recurrence is not null || task.Ongoing;
        var named = task.Units.Count + task.Collectives.Count > 0;
        return task with
        {
            Units = named ? task.Units : row.Units,
            Collectives = named ? task.Collectives : row.Collectives,
            AndOthers = named ? task.AndOthers : row.AndOthers,
            Leaders = task.Leaders.Count > 0 ? task.Leaders : row.Leaders,
            Deadlines = timed ? task.Deadlines : row.Deadlines,
            Recurrence = timed ? task.Recurrence : row.Recurrence,
            Ongoing = timed ? task.Ongoing : row.Ongoing,
            TimeWords = timed ? task.TimeWords : row.TimeWords,
            Targets = task.Targets.Count > 0 ? task.Targets : row.Targets,
        };
    }
}
