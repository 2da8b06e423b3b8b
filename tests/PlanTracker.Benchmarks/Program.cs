using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;
using PlanTracker.Benchmarks.Dashboard;
using PlanTracker.Benchmarks.Doubt;
using PlanTracker.Benchmarks.Library;
using PlanTracker.Benchmarks.Parsing;
using PlanTracker.Benchmarks.Reminders;
using PlanTracker.Benchmarks.Suggestions;

if (args is ["suggest", ..])
{
    SuggestionQuality.Print(args.ElementAtOrDefault(1));
    PassageQuality.Print(args.ElementAtOrDefault(1));
    await SuggestionSpeed.Print(SuggestionQuality.Sentences());
    return 0;
}

if (args is ["reminders", .. var of])
    return await ReminderScale.Print(of);

var suites = new Dictionary<string, Type[]>(StringComparer.OrdinalIgnoreCase)
{
    ["dashboard"] = [typeof(DashboardBenchmarks)],
    ["parse"] = [typeof(ParseBenchmarks)],
};
if (args is ["doubt", var folder] && Directory.Exists(folder))
    return DoubtTable.Print(folder);
if (args is ["library", var target, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var documents))
    return PlanLibrary.Write(target, documents);

if (args.Length != 1 || !suites.TryGetValue(args[0], out var chosen))
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/PlanTracker.Benchmarks -- {string.Join("|", suites.Keys)}|reminders [postgres|CONNECTION] [SIZE…]|suggest [FOLDER]|doubt FOLDER|library FOLDER DOCUMENTS");
    return 2;
}

// In this process, so that nothing is generated, restored or built: the store that is measured takes longer to lay than to ask.
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15)
        .WithInvocationCount(1).WithUnrollFactor(1))
    .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Statistics, DefaultColumnProviders.Metrics, DefaultColumnProviders.Params)
    .AddColumn(StatisticColumn.Median, StatisticColumn.P95, BaselineRatioColumn.RatioMean)
    .HideColumns("StdDev", "Error", "RatioSD")
    .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Millisecond))
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "plantracker-benchmarks"))
    .AddExporter(MarkdownExporter.Console);
var failed = false;
foreach (var suite in chosen)
{
    var summary = BenchmarkRunner.Run(suite, config);
    MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
    failed |= summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success);
}

return failed ? 1 : 0;
