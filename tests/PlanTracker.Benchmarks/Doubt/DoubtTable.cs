using System.Text.Json;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Benchmarks.Doubt;

/// <summary>How far the reader's own certainty can be trusted: of the fields that no complaint touches, how many are right.</summary>
internal static class DoubtTable
{
    private sealed class Row
    {
        public int Sure { get; set; }

        public int SureAndRight { get; set; }

        public int Unsure { get; set; }

        public int UnsureAndWrong { get; set; }
    }

    /// <param name="folder">Documents in any sub-folder, each with NAME.gold.json beside it.</param>
    public static int Print(string folder)
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        var (documents, missing, invented) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var goldFile = Path.ChangeExtension(path, null) + ".gold.json";
            if (path.EndsWith(".json", StringComparison.Ordinal) || !File.Exists(goldFile)) continue;
            var draft = ReadDocument.Read(File.ReadAllBytes(path), ReadingLimits.Default).Draft;
            if (draft.Kind == DocumentKind.Unreadable)
            {
                Console.Error.WriteLine($"not read: {Path.GetFileName(path)}");
                continue;
            }

            documents++;
            using var json = JsonDocument.Parse(File.ReadAllBytes(goldFile));
            List<Gold> golds = [.. json.RootElement.GetProperty("tasks").EnumerateArray().Select(task => new Gold(task))];
            var pairs = Pair(golds, draft.Tasks);
            missing += golds.Count - pairs.Count;
            invented += draft.Tasks.Count - pairs.Count;
            foreach (var (gold, index) in pairs) Count(rows, gold, draft, index, Path.GetFileName(path));
        }

        Write(rows);
        Console.WriteLine($"{documents} documents, {missing} tasks missing, {invented} invented");
        return documents == 0 ? 1 : 0;
    }

    private static void Count(SortedDictionary<string, Row> rows, Gold gold, PlanDraft draft, int index, string file)
    {
        var doubted = draft.Diagnostics.Where(doubt => doubt.Task is null || doubt.Task == index)
            .Aggregate(DraftField.None, (fields, doubt) => fields | DoubtfulFields.Of(doubt.Kind));
        foreach (var field in gold.Against(draft.Tasks[index]))
        {
            if (!rows.TryGetValue(field.Field, out var row)) rows[field.Field] = row = new Row();
            var sure = (doubted & field.Marked) == 0;
            if (sure) row.Sure++;
            else row.Unsure++;
            if (sure && field.Right) row.SureAndRight++;
            if (!sure && !field.Right) row.UnsureAndWrong++;
            if (sure && !field.Right) Console.WriteLine($"sure and wrong: {file} {draft.Tasks[index].Number} {field.Field}");
        }
    }

    // Equal number and title first, then title, then number within the section.
    private static List<(Gold Gold, int Index)> Pair(List<Gold> golds, IReadOnlyList<DraftTask> tasks)
    {
        var pairs = new List<(Gold, int)>();
        var used = new HashSet<int>();
        Func<Gold, DraftTask, bool>[] tries =
        [
            (gold, task) => gold.Number == Gold.Key(task.Number) && gold.SameTitle(Gold.Plain(task.Title)),
            (gold, task) => gold.SameTitle(Gold.Plain(task.Title)),
            (gold, task) => gold.Number == Gold.Key(task.Number) && gold.Section == Gold.Plain(string.Join(" > ", task.Section)),
        ];
        foreach (var same in tries)
        {
            foreach (var gold in golds.Where(gold => !pairs.Exists(pair => ReferenceEquals(pair.Item1, gold))).ToList())
            {
                var index = Enumerable.Range(0, tasks.Count).FirstOrDefault(i => !used.Contains(i) && same(gold, tasks[i]), -1);
                if (index < 0) continue;
                used.Add(index);
                pairs.Add((gold, index));
            }
        }

        return pairs;
    }

    private static void Write(SortedDictionary<string, Row> rows)
    {
        Console.WriteLine($"{"field",-12} {"sure",6} {"right",6} {"share",8} {"unsure",7} {"wrong",6}");
        var all = new Row();
        foreach (var (field, row) in rows)
        {
            Line(field, row);
            (all.Sure, all.SureAndRight) = (all.Sure + row.Sure, all.SureAndRight + row.SureAndRight);
            (all.Unsure, all.UnsureAndWrong) = (all.Unsure + row.Unsure, all.UnsureAndWrong + row.UnsureAndWrong);
        }

        Line("all", all);
    }

    private static void Line(string field, Row row) => Console.WriteLine(
        $"{field,-12} {row.Sure,6} {row.SureAndRight,6} {(row.Sure == 0 ? 1 : (double)row.SureAndRight / row.Sure),8:P2} {row.Unsure,7} {row.UnsureAndWrong,6}");
}
