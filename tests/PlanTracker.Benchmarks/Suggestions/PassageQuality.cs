using System.Globalization;
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
        List<(string Task, string Title, string Body)> tasks = [];
        foreach (var plan in plans)
        {
            tasks.AddRange(ReadDocument.Read(File.ReadAllBytes(plan), ReadingLimits.Default).Draft.Tasks
                .Select(x => ($"{Path.GetFileName(plan)[0]} {NumberOf(x.Number)}", x.Title, x.Body)));
        }

        PassageMatcher<string> matcher = new(tasks);
        var known = tasks.Select(x => x.Task).ToHashSet();
        Score score = new();
        var rows = CsvText.Read(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(plans[0])!, "..", "progress.csv")))!;
        foreach (var cells in rows.Skip(1).Select(x => x.Cells).Where(x => x.Count > 6 && Telling.Contains(x[4]) && x[6].Length >= ShortestPassage))
        {
            var task = string.Create(CultureInfo.InvariantCulture, $"{cells[0]} {NumberOf(cells[1])}");
            if (known.Contains(task))
                score.Count(task, matcher.For("", cells[6]));
        }

        return score;
    }

    private static void LastSentences(IReadOnlyList<DraftTask> tasks, Score score)
    {
        if (tasks.Count < FewestTasks)
            return;
        var cut = tasks.Select((x, i) => (Task: i, x.Title, Parts: Cut(x.Title, x.Body))).ToList();
        PassageMatcher<int> matcher = new(cut.Select(x => (x.Task, x.Title, x.Parts.Before)));
        foreach (var (task, _, parts) in cut.Where(x => x.Parts.Last.Length >= ShortestPassage))
            score.Count(task, matcher.For("", parts.Last));
    }

    // The title stays a task's own: only what comes behind it is taken off.
    private static (string Before, string Last) Cut(string title, string body)
    {
        var sentences = body.Split(['。', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(x => !title.Contains(x, StringComparison.Ordinal)).ToList();
        return sentences.Count < 2 ? (body, "") : (string.Join('。', sentences[..^1]), sentences[^1]);
    }

    private static string NumberOf(string printed) => printed.Trim('.', '．', '、', '（', '）', '(', ')', ' ');

    private sealed class Score
    {
        private int asked, matched, first, three, strong, strongRight;

        public void Count<T>(T right, IReadOnlyList<PassageMatch<T>> found)
            where T : notnull
        {
            asked++;
            matched += found.Count > 0 ? 1 : 0;
            first += found.Count > 0 && found[0].Task.Equals(right) ? 1 : 0;
            three += found.Any(x => x.Task.Equals(right)) ? 1 : 0;
            if (found is not [{ IsStrong: true } best, ..])
                return;
            strong++;
            strongRight += best.Task.Equals(right) ? 1 : 0;
        }

        public override string ToString() =>
            $"{asked} | {SuggestionQuality.Share(matched, asked)} | {SuggestionQuality.Share(first, asked)} | {SuggestionQuality.Share(three, asked)} | {strong} | {SuggestionQuality.Share(strongRight, strong)}";
    }
}
