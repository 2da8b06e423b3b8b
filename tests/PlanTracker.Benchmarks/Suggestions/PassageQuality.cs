using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Benchmarks.Suggestions;

/// <summary>How often the task is found of which words tell: the demo county's reported progress among all its tasks, and, in every document below a folder, the
/// last sentence of each task among the document's tasks without their last sentences.</summary>
public static class PassageQuality
{
    private const int FewestTasks = 8;
    private const int ShortestPassage = 8;
    private static readonly string[] Telling = ["填报", "申请办结"];

    public static void Print(string? folder)
    {
        Console.WriteLine("passages | asked | matched | first | among 3 | strong | strong right");
        Console.WriteLine($"demo, reported progress | {Reported()}");
        if (folder is null)
            return;
        Score all = new();
        foreach (var file in SuggestionQuality.Documents(folder))
            LastSentences(ReadDocument.Read(File.ReadAllBytes(file), ReadingLimits.Default).Draft.Tasks, all);
        Console.WriteLine($"all documents of the folder, last sentences | {all}");
    }

    private static Score Reported()
    {
        var plans = SuggestionQuality.SeedPlans();
        Dictionary<string, TaskText> tasks = [];
        foreach (var plan in plans)
        {
            foreach (var task in ReadDocument.Read(File.ReadAllBytes(plan), ReadingLimits.Default).Draft.Tasks)
                tasks.TryAdd($"{Path.GetFileName(plan)[0]} {NumberOf(task.Number)}", TextOf(tasks.Count, task.Title, task.Body));
        }

        var index = TaskText.Index(tasks.Values);
        Score score = new();
        var rows = CsvText.Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(plans[0])!, "..", "progress.csv")))!;
        foreach (var cells in rows.Skip(1).Select(x => x.Cells).Where(x => x.Count > 6 && Telling.Contains(x[4]) && x[6].Length >= ShortestPassage))
        {
            if (tasks.TryGetValue($"{cells[0]} {NumberOf(cells[1])}", out var task))
                score.Count(task, index.TasksOf("", cells[6]));
        }

        return score;
    }

    private static void LastSentences(IReadOnlyList<DraftTask> tasks, Score score)
    {
        if (tasks.Count < FewestTasks)
            return;
        var cut = tasks.Select((x, i) => (Parts: Cut(x.Title, x.Body), i, x.Title)).Select(x => (Task: TextOf(x.i, x.Title, x.Parts.Before), x.Parts.Last)).ToList();
        var index = TaskText.Index(cut.Select(x => x.Task));
        foreach (var (task, last) in cut.Where(x => x.Last.Length >= ShortestPassage))
            score.Count(task, index.TasksOf("", last));
    }

    // The title stays a task's own: only what comes behind it is taken off.
    private static (string Before, string Last) Cut(string title, string body)
    {
        var sentences = body.Split(['。', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(x => !title.Contains(x, StringComparison.Ordinal)).ToList();
        return sentences.Count < 2 ? (body, "") : (string.Join('。', sentences[..^1]), sentences[^1]);
    }

    private static TaskText TextOf(int place, string title, string body) => new(new Guid(place, 0, 0, new byte[8]), title, body);

    private static string NumberOf(string printed) => printed.Trim('.', '．', '、', '（', '）', '(', ')', ' ');

    private sealed class Score
    {
        private int asked, matched, first, three, strong, strongRight;

        public void Count(TaskText right, IReadOnlyList<PassageMatch> found)
        {
            asked++;
            matched += found.Count > 0 ? 1 : 0;
            first += found.Count > 0 && found[0].Task == right ? 1 : 0;
            three += found.Any(x => x.Task == right) ? 1 : 0;
            if (found is not [{ IsStrong: true } best, ..])
                return;
            strong++;
            strongRight += best.Task == right ? 1 : 0;
        }

        public override string ToString() =>
            $"{asked} | {SuggestionQuality.Share(matched, asked)} | {SuggestionQuality.Share(first, asked)} | {SuggestionQuality.Share(three, asked)} | {strong} | {SuggestionQuality.Share(strongRight, strong)}";
    }
}
