using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Crash;

/// <summary>Day after day application processes plan and send, and are killed at a random moment of it; others come after them. Afterwards the ledger must hold what
/// planning from scratch names, each once, and every mail must have been accepted.</summary>
internal sealed class Campaign
{
    private static readonly DateOnly First = new(2026, 6, 1);

    private readonly StoreOptions store;
    private readonly Random random;
    private readonly int processes;
    private int killedAtWork;

    private Campaign(StoreOptions store, int processes, int seed) => (this.store, this.processes, random) = (store, processes, new Random(seed));

    /// <returns>Whether the ledger is right.</returns>
    public static async Task<bool> Run(PostgresServer? server, int processes, int kills, int seed)
    {
        if (kills == 0)
            return true;
        var watch = Stopwatch.StartNew();
        await using var sink = await SmtpSink.Start();
        Campaign campaign = new(await Databases.Fresh(server), processes, seed);
        await using var db = campaign.Open();
        await db.Database.MigrateAsync();
        await CrashCounty.Found(db, First, sink.Settings);

        // A whole run tells how long a day takes: kills fall anywhere in it.
        var day = First;
        var took = await campaign.RunToEnd(day, new TimeOnly(8, 30));
        for (var kill = 0; kill < kills; kill++)
        {
            day = WorkingCalendar.National.AddWorkdays(day, 1);
            await campaign.Kill(day, TimeSpan.FromMilliseconds(campaign.random.NextDouble() * took.TotalMilliseconds));

            // Claims last ten minutes.
            await campaign.RunToEnd(day, new TimeOnly(8, 41));
        }

        return await campaign.Judge(db, day, sink.Received(), kills, watch.Elapsed);
    }

    private PlanTrackerDbContext Open() => store.UsesPostgres
        ? new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(store.Postgres).Options)
        : new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={store.SqliteFile}").Options);

    private async Task<Process> Begin(DateOnly day, TimeOnly at)
    {
        string[] arguments =
        [
            typeof(Campaign).Assembly.Location, "work", store.DataFolder, store.UsesPostgres ? store.Postgres : "-",
            Clock.ToUtc(day, at).Ticks.ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet did not start");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Work.Ready)
                return process;
        }

        throw new InvalidOperationException("the application ended before it worked");
    }

    private async Task<TimeSpan> RunToEnd(DateOnly day, TimeOnly at)
    {
        using var process = await Begin(day, at);
        var watch = Stopwatch.StartNew();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? watch.Elapsed : throw new InvalidOperationException($"a run that nobody killed ended with {process.ExitCode}");
    }

    private async Task Kill(DateOnly day, TimeSpan after)
    {
        var started = await Task.WhenAll(Enumerable.Range(0, processes).Select(_ => Begin(day, new TimeOnly(8, 30))));
        await Task.Delay(after);
        foreach (var process in started)
        {
            // SIGKILL, by the id of a process that was started here.
            if (!process.HasExited)
            {
                killedAtWork++;
                process.Kill();
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task<bool> Judge(PlanTrackerDbContext db, DateOnly last, IReadOnlyList<ReceivedMail> mails, int kills, TimeSpan took)
    {
        db.ChangeTracker.Clear();
        var expected = (await db.Occurrences.AsNoTracking().ToListAsync()).SelectMany(x => ReminderPlanner.Upcoming(
            new ReminderFacts { State = OccurrenceState.InProgress, HandedOverOn = x.OpenedOn, DueOn = x.DueOn }, First, last, Ladder.Default, WorkingCalendar.National)
            .Select(r => (x.Id, r.Rung.Name, r.NominalDay))).ToHashSet();
        var ledger = (await db.Reminders.AsNoTracking().ToListAsync()).Select(x => (Key: (x.OccurrenceId, x.Rung, x.Day), x.State)).ToList();
        var digests = await db.Digests.AsNoTracking().Where(x => x.Channel == Channel.Mail).ToListAsync();
        var accepted = mails.GroupBy(x => x.MessageId).ToDictionary(x => x.Key, x => x.Count());
        var (missing, extra) = (expected.Count(x => ledger.TrueForAll(y => y.Key != x)), ledger.Count(x => !expected.Contains(x.Key)));
        var twice = ledger.Count - ledger.Select(x => x.Key).Distinct().Count();
        var unsent = ledger.Count(x => x.State == ReminderState.Planned) + digests.Count(x => x.State != DigestState.Sent)
            + digests.Count(x => !accepted.ContainsKey(IdOf(x)));
        var again = digests.Sum(x => accepted.GetValueOrDefault(IdOf(x), 1) - 1);
        var unexplained = digests.Count(x => accepted.GetValueOrDefault(IdOf(x), 1) > x.Attempts);
        Console.WriteLine($"{(store.UsesPostgres ? "PostgreSQL" : "SQLite")}: {kills} kills, {processes} at once, {killedAtWork} of them at work, {took.TotalSeconds:F0} s; {ledger.Count} reminders in the ledger, "
            + $"{missing} missing, {extra} too many, {twice} twice, {unsent} not sent; {digests.Count} mails, {again} accepted a second time, {unexplained} unexplained");
        Console.WriteLine("  A mail goes out again, under the same Message-ID, when the process dies between the server's acceptance and the mark in the ledger; the ledger shows one, "
            + "with the number of its attempts.");
        return (missing, extra, twice, unsent, unexplained) == (0, 0, 0, 0, 0);
    }

    private static string IdOf(Digest digest) => $"<{digest.Id:N}@example.test>";
}
