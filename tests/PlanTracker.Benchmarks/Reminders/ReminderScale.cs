using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Benchmarks.Reminders;

/// <summary>How long a day's reminders take to plan, and what memory, with ten thousand, a hundred thousand and a million occurrences. Of the largest store the day
/// is planned too with a tenth of it open, which shows that the cost follows what is due and not what there is.</summary>
internal static class ReminderScale
{
    private static readonly DateOnly Day = new(2026, 6, 16);

    /// <param name="args">Sizes; "postgres" for the distribution's server, or a connection string of somebody who may create databases. SQLite without.</param>
    public static async Task<int> Print(IReadOnlyList<string> args)
    {
        var server = args.FirstOrDefault(x => x.Contains('=', StringComparison.Ordinal) || x == "postgres");
        int[] sizes = [.. args.Where(x => int.TryParse(x, out _)).Select(x => int.Parse(x, CultureInfo.InvariantCulture))];
        await using PostgresServer own = new();
        if (server is "postgres")
            server = await own.ConnectionString();
        Console.WriteLine($"{(server is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} processors, planning {Day:yyyy-MM-dd}");
        Console.WriteLine("| occurrences | open | planned | seconds | again | memory peak MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes.Length > 0 ? sizes : [10_000, 100_000, 1_000_000])
        {
            await Row(server, size, openTenths: 10);
            if (size >= 1_000_000)
                await Row(server, size, openTenths: 1);
        }

        return 0;
    }

    private static async Task Row(string? server, int size, int openTenths)
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-bench-").FullName;
        try
        {
            StoreOptions store = new() { DataFolder = folder, Postgres = server is null ? "" : await ReminderStore.FreshDatabase(server) };
            await using (var services = Services(store))
                await ReminderStore.Lay(services, size, openTenths, Day);
            await Measure(store, size, openTenths);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Measure(StoreOptions store, int size, int openTenths)
    {
        await using var services = Services(store);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, true, true);
        using MemoryWatch memory = new();
        var (planned, first) = await Plan(services);
        var peak = memory.Peak;
        var (none, again) = await Plan(services);
        if (none != 0)
            throw new InvalidOperationException($"planned twice: {none}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {size:N0} | {size * (long)openTenths / 10:N0} | {planned:N0} | {first.TotalSeconds:F1} | {again.TotalSeconds:F1} | {peak} |"));
    }

    private static async Task<(int Planned, TimeSpan Took)> Plan(ServiceProvider services)
    {
        var watch = Stopwatch.StartNew();
        var result = await services.GetRequiredService<Dispatcher>().Send(Actor.System, new PlanReminders.Command(Day));
        return (result.Value.Planned, watch.Elapsed);
    }

    private static ServiceProvider Services(StoreOptions store)
    {
        ServiceCollection registered = new();
        registered.AddSingleton<TimeProvider>(new FixedTime());
        registered.AddSingleton<Clock>();
        registered.AddLogging();
        registered.AddHttpContextAccessor();
        registered.AddStore(store);
        registered.AddRequests();
        registered.AddAuditing();
        registered.AddCalendars();
        registered.AddScoped<StepRecorder>();
        return registered.BuildServiceProvider();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(0, 30)), TimeSpan.Zero);
    }

    /// <summary>The most memory the process held while it was watched, beyond what it had at the beginning.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer timer;
        private long most;

        public MemoryWatch() => timer = new Timer(_ => Look(), null, 0, 50);

        public long Peak
        {
            get
            {
                Look();
                return most / 1024 / 1024;
            }
        }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            using var own = Process.GetCurrentProcess();
            most = Math.Max(most, own.WorkingSet64);
        }
    }
}
