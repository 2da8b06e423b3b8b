using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Measures;

namespace PlanTracker.Benchmarks.Dashboard;

/// <summary>What the dashboard asks for its first page over 100,035 occurrences, through the dispatcher and its handlers, beside the plainest count by unit that the
/// same database does over the same rows.</summary>
public class DashboardBenchmarks
{
    /// <summary>Names a connection string of an empty PostgreSQL database, to measure there too.</summary>
    private const string PostgresVariable = "PLANTRACKER_BENCH_POSTGRES";

    private static readonly Dictionary<string, BigCounty> Laid = [];

    private BigCounty county = null!;

    public static IEnumerable<string> Databases => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    [ParamsSource(nameof(Databases))]
    public string Database { get; set; } = "";

    [GlobalSetup]
    public void Lay()
    {
        if (!Laid.TryGetValue(Database, out var laid))
        {
            laid = BigCounty.Lay(Database == "SQLite" ? "" : Environment.GetEnvironmentVariable(PostgresVariable)!).GetAwaiter().GetResult();
            Laid[Database] = laid;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => laid.Dispose();
        }

        county = laid;
    }

    [Benchmark(Baseline = true, Description = "raw GROUP BY unit")]
    public Task<int> Raw() => county.InStore(async db =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = """SELECT "OrgUnitId", COUNT(*) FROM "Occurrences" GROUP BY "OrgUnitId" """;
        await using var reader = await command.ExecuteReaderAsync();
        var units = 0;
        while (await reader.ReadAsync())
            units++;
        return units;
    });

    /// <summary>As the page asks: all panels beside each other. The lights stream in later, and stand on a line of their own.</summary>
    [Benchmark(Description = "the whole dashboard")]
    public async Task<int> Whole() =>
        (await Task.WhenAll(Task.Run(Lead), Task.Run(Cooperating), Task.Run(Overdue), Task.Run(Months), Task.Run(Choices))).Sum();

    [Benchmark(Description = "  numbers of all units: lead")]
    public async Task<int> Lead() => (await county.Ask(new ShowUnits.Query(Side: Side.Lead))).Value.Count;

    [Benchmark(Description = "  numbers of all units: cooperating")]
    public async Task<int> Cooperating() => (await county.Ask(new ShowUnits.Query(Side: Side.Cooperating))).Value.Count;

    [Benchmark(Description = "  what is overdue")]
    public async Task<int> Overdue() => (await county.Ask(new ShowOverdue.Query())).Value.Count;

    [Benchmark(Description = "  due and closed by month")]
    public async Task<int> Months() => (await county.Ask(new ShowMonths.Query())).Value.Count;

    [Benchmark(Description = "  places and plans to choose")]
    public async Task<int> Choices() => (await county.Ask(new ListChoices.Query())).Value.Plans.Count;

    [Benchmark(Description = "streamed: lights of all units")]
    public async Task<int> Lights() => (await county.Ask(new ShowLights.Query())).Value.Sum.All;
}
