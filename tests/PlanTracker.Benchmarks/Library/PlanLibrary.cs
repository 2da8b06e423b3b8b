using System.Globalization;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using PlanTracker.Documents.Tests.Readers;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Benchmarks.Library;

/// <summary>A folder of documents to read in one go: the demo's plan of 66 tasks, whole or its first tasks only, in every format that carries text.</summary>
internal static class PlanLibrary
{
    private const int RowsOfOldSheets = 50;
    private static readonly double[] Shares = [0.1, 0.25, 0.5, 1];

    public static int Write(string folder, int documents)
    {
        Directory.CreateDirectory(folder);
        var plan = File.ReadAllBytes(Path.Combine(SourceTree.Root, "seed-data", "plans", "1-实施方案.docx"));
        var read = ReadDocument.Read(plan, ReadingLimits.Default);
        string[] lines = [.. read.Text!.Text.Split('\n').Where(line => line.Trim().Length > 0)];
        string[][] rows = [.. read.Draft.Tasks.Select((task, i) => Row(task, i + 1))];
        for (var i = 0; i < documents; i++)
        {
            var format = PlanFormats.All[i % PlanFormats.All.Count];
            var share = Shares[i / PlanFormats.All.Count % Shares.Length];
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i + 1:0000}.{format}"));
            string[][] some = [.. rows.Take(Math.Min((int)(rows.Length * share), format == "xls" ? RowsOfOldSheets : int.MaxValue))];
            File.WriteAllBytes(file, PlanFormats.Of(format, lines[..(int)(lines.Length * share)], "棠川县2026年任务分解表", some));
        }

        File.WriteAllBytes(Path.Combine(folder, "plan.docx"), plan);
        File.WriteAllBytes(Path.Combine(folder, "plan.pdf"), PlanFormats.Of("pdf", lines, "", []));
        return 0;
    }

    private static string[] Row(DraftTask task, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture), task.Title, Units(task, lead: true), Units(task, lead: false),
        task.Deadlines.Count > 0 ? task.Deadlines[0].Day.ToString("yyyy年M月d日前", CultureInfo.InvariantCulture) : "",
    ];

    private static string Units(DraftTask task, bool lead) =>
        string.Join('、', task.Units.Where(unit => unit.Role == Domain.Plans.Role.Lead == lead).Select(unit => unit.Name));
}
