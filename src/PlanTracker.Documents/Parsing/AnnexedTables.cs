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
        var merged = tasks.ToList();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < tasks.Count; index++)
        {
            var key = KeyOf(tasks[index].Title);
            known.TryAdd(key, index);
            if (key.Length >= ShortestBeginning) beginnings.TryAdd(key[..ShortestBeginning], index);
        }

        var added = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            var key = KeyOf(rows[row].Title);
            if (known.TryGetValue(key, out var same) || (key.Length >= ShortestBeginning && beginnings.TryGetValue(key[..ShortestBeginning], out same)
                && OneBeginsTheOther(key, KeyOf(tasks[same].Title))))
                merged[same] = Filled(merged[same], rows[row]);
            else if (Orders(rows[row])) added.Add(row);
        }

        var (own, others) = (doubts.ToLookup(doubt => doubt.Task), rowDoubts.ToLookup(doubt => doubt.Task));
        var all = merged.Select((task, index) => (Task: task, Doubts: own[index])).Concat(added.Select(row => (Task: rows[row], Doubts: others[row])))
            .OrderBy(entry => entry.Task.Span.Start).ToList();
        return (all.ConvertAll(entry => entry.Task),
            [.. own[null], .. all.SelectMany((entry, index) => entry.Doubts.Select(doubt => doubt with { Task = index }))]);
    }

    private static bool OneBeginsTheOther(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    // A row without a body, a person or a day is an indicator or a note.
    private static bool Orders(DraftTask row) => row.Units.Count + row.Collectives.Count + row.Leaders.Count + row.Deadlines.Count > 0;

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
            DayInPeriod = timed ? task.DayInPeriod : row.DayInPeriod,
            Ongoing = timed ? task.Ongoing : row.Ongoing,
            TimeWords = timed ? task.TimeWords : row.TimeWords,
            Targets = task.Targets.Count > 0 ? task.Targets : row.Targets,
        };
    }
}
