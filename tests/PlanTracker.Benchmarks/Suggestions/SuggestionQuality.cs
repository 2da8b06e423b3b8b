using System.Security.Cryptography;
using System.Text;
using PlanTracker.Documents;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Domain.Units;

namespace PlanTracker.Benchmarks.Suggestions;

/// <summary>How often the unit that a document prints as lead would have been suggested first, or among the first three, had the document not named it.</summary>
public static class SuggestionQuality
{
    private const int FewestTasks = 8;

    /// <summary>The same plan once more, in other words, would tell who stands on every task.</summary>
    private const string NewEdition = "修订";

    private const string Levels = "省市县区镇";

    /// <summary>The demo county's plans, and below a folder every document that names units.</summary>
    public static void Print(string? folder)
    {
        var seeds = SeedPlans();
        Console.WriteLine("documents | asked | suggested | first | among 3 | strong | strong right");
        var county = seeds.Select(Read).ToList();
        Show("demo, one task left out", county.SelectMany(x => x).ToList());
        var whole = new Score();
        for (var plan = 0; plan < county.Count; plan++)
        {
            var others = county.Where((_, i) => i != plan).SelectMany(x => x).ToList();
            var suggester = Suggester([.. others, .. county[plan]], others.Count);
            foreach (var task in county[plan])
                whole.Count(task, Ask(suggester, task, PartsOf(others), null));
        }

        Console.WriteLine($"demo, one plan left out | {whole}");
        if (folder is null)
            return;
        var all = new Score();
        foreach (var file in Documents(folder))
        {
            var tasks = Read(file);
            if (tasks.Count >= FewestTasks)
                Show(Path.GetFileName(file), tasks, all);
        }

        Console.WriteLine($"all documents of the folder, each by itself | {all}");
    }

    /// <summary>The sentences of the demo county's plans.</summary>
    public static IReadOnlyList<string> Sentences() =>
    [
        .. SeedPlans().SelectMany(x => ReadDocument.Read(File.ReadAllBytes(x), ReadingLimits.Default).Draft.Tasks).SelectMany(x => x.Body.Split('。', '；', '，'))
            .Select(x => x.Trim()).Where(x => x.Length > 5).Distinct(),
    ];

    private static void Show(string name, IReadOnlyList<Asked> tasks, Score? sum = null)
    {
        Score score = new();
        var suggester = Suggester(tasks, tasks.Count);
        for (var i = 0; i < tasks.Count; i++)
        {
            var suggested = Ask(suggester, tasks[i], PartsOf(tasks), tasks[i].Task.Id);
            score.Count(tasks[i], suggested);
            sum?.Count(tasks[i], suggested);
        }

        Console.WriteLine($"{name} | {score}");
    }

    private static UnitSuggester Suggester(IReadOnlyList<Asked> all, int earlier) => new(
        TaskText.Index(all.Take(earlier).Select(x => x.Task)),
        [.. all.SelectMany(x => x.Names).DistinctBy(x => x.Id)]);

    private static IReadOnlyList<UnitSuggestion> Ask(UnitSuggester suggester, Asked asked, ILookup<Guid, EarlierPart> parts, Guid? except) =>
        suggester.For(asked.Task.Title, asked.Task.Body, suggester.Neighbours(asked.Task.Title, asked.Task.Body, x => x.Id != except), parts);

    private static ILookup<Guid, EarlierPart> PartsOf(IEnumerable<Asked> tasks) =>
        tasks.SelectMany(x => x.Parts.Select(part => (x.Task.Id, Part: part))).ToLookup(x => x.Id, x => x.Part);

    private static List<Asked> Read(string file)
    {
        var draft = ReadDocument.Read(File.ReadAllBytes(file), ReadingLimits.Default).Draft;
        List<Asked> asked = [];
        foreach (var task in draft.Tasks.Where(x => x.Units.Any(u => u.Role != Role.Cooperating)))
        {
            SuggestibleBody[] names = [.. task.Units.Select(x => Body(x.Name, false)), .. task.Collectives.Select(x => Body(x.Name, true))];
            EarlierPart[] parts = [.. task.Units.Concat(task.Collectives).Select((x, i) => new EarlierPart(names[i].Id, x.Role))];
            var lead = (task.Units.FirstOrDefault(x => x.Role == Role.Lead) ?? task.Units.First(x => x.Role != Role.Cooperating)).Name;
            asked.Add(new(new TaskText(IdOf($"{file}{asked.Count}"), task.Title, task.Body), parts, Body(lead, false).Id, names));
        }

        return asked;
    }

    // 县司法局 and 司法局 of one document are one body.
    private static SuggestibleBody Body(string printed, bool isGroup)
    {
        var name = UnitName.Normalise(printed).Text;
        if (!isGroup && name.Length > 3 && Levels.Contains(name[0], StringComparison.Ordinal) && !name.StartsWith("市场", StringComparison.Ordinal))
            name = name[1..];
        return new(IdOf(name), name, isGroup);
    }

    private static Guid IdOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    internal static IEnumerable<string> Documents(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(x => !x.Contains("hostile", StringComparison.Ordinal) && !x.EndsWith(".json", StringComparison.Ordinal) && !x.EndsWith(".md", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    internal static string Share(int part, int all) => all == 0 ? "-" : $"{100.0 * part / all:0} %";

    internal static IReadOnlyList<string> SeedPlans()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var plans = Path.Combine(at.FullName, "seed-data", "plans");
            if (Directory.Exists(plans))
                return [.. Directory.GetFiles(plans).Where(x => !x.Contains(NewEdition, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }

        return [];
    }

    private sealed record Asked(TaskText Task, IReadOnlyList<EarlierPart> Parts, Guid Lead, IReadOnlyList<SuggestibleBody> Names);

    private sealed class Score
    {
        private int asked, suggested, first, three, strong, strongRight;

        public void Count(Asked task, IReadOnlyList<UnitSuggestion> found)
        {
            UnitSuggestion[] units = [.. found.Where(x => !x.IsGroup)];
            asked++;
            suggested += units.Length > 0 ? 1 : 0;
            first += units.Take(1).Any(x => x.BodyId == task.Lead) ? 1 : 0;
            three += units.Take(3).Any(x => x.BodyId == task.Lead) ? 1 : 0;
            if (units is not [{ Strength: SuggestionStrength.Strong } best, ..])
                return;
            strong++;
            strongRight += task.Parts.Any(x => x.BodyId == best.BodyId) ? 1 : 0;
        }

        public override string ToString() => $"{asked} | {Share(suggested, asked)} | {Share(first, asked)} | {Share(three, asked)} | {strong} | {Share(strongRight, strong)}";
    }
}
