using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Suggest;
using PlanTracker.Web.Likeness;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Benchmarks.Suggestions;

/// <summary>How long the review waits for suggestions: a document of 65 tasks against 10,000 earlier ones, through the dispatcher, from the store.</summary>
public static class SuggestionSpeed
{
    private const int Earlier = 10_000;
    private const int TasksOfPlan = 100;
    private const int Asked = 65;
    private const int SentencesOfTask = 4;
    private const int Units = 60;
    private const int Runs = 7;

    /// <param name="sentences">Of which the tasks are put together, the same way every time.</param>
    public static async Task Print(IReadOnlyList<string> sentences)
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-suggest-").FullName;
        ServiceCollection registered = new();
        registered.AddSingleton(TimeProvider.System);
        registered.AddSingleton<Clock>();
        registered.AddLogging();
        registered.AddStore(new StoreOptions { DataFolder = folder, Postgres = Environment.GetEnvironmentVariable("PLANTRACKER_BENCH_POSTGRES") ?? "" });
        registered.AddRequests();
        registered.AddLikeness();
        await using (var services = registered.BuildServiceProvider())
        {
            var clock = services.GetRequiredService<Clock>();
            var county = clock.NewId();
            Actor coordinator = new(clock.NewId(), "统筹员", [new Held(Function.Coordinator, county, $"{county}/", null)]);
            var draft = await Lay(services, clock, county, sentences);
            List<double> times = [];
            var processor = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Runs; i++)
            {
                var watch = Stopwatch.StartNew();
                var found = await services.GetRequiredService<Dispatcher>().Send(coordinator, new SuggestUnits.Query(draft));
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (i == 0)
                    Console.WriteLine($"{found.Value.Count} tasks against {Earlier}: {found.Value.Values.Count(x => x.Count > 0)} with suggestions");
            }

            Console.WriteLine($"first {times[0]:0} ms, then median {times.Skip(1).Order().ElementAt((Runs - 1) / 2):0} ms, longest {times.Skip(1).Max():0} ms; "
                + $"processor time each {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Runs:0} ms");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Guid> Lay(ServiceProvider services, Clock clock, Guid county, IReadOnlyList<string> sentences)
    {
        Random random = new(20260701);
        await using var scope = services.CreateAsyncScope();
        await using var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Jurisdictions.Add(new Jurisdiction { Id = county, Name = "大县", Level = JurisdictionLevel.County, Path = $"{county}/" });
        OrgUnit[] units = [.. Enumerable.Range(1, Units).Select(i => new OrgUnit { Id = clock.NewId(), JurisdictionId = county, Name = $"大县第{i}局", Position = i })];
        db.AddRange(units.AsEnumerable<object>());
        for (var i = 0; i < Earlier / TasksOfPlan; i++)
        {
            Plan plan = new()
            {
                Id = clock.NewId(), JurisdictionId = county, Title = $"第{i}号要点", FirstYear = 2026, LastYear = 2026, ImportDraftId = clock.NewId(),
                PublishedAt = clock.UtcNow.AddDays(-i),
            };
            db.Add(plan);
            for (var t = 0; t < TasksOfPlan; t++)
            {
                PlanTask task = new()
                {
                    Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, Position = t, Number = $"{t + 1}.", Title = Words(1), Body = Words(SentencesOfTask),
                };
                db.Add(task);
                foreach (var (unit, role) in units.OrderBy(_ => random.Next()).Take(3).Zip([Role.Lead, Role.Cooperating, Role.Cooperating]))
                {
                    db.Add(new Assignment
                    {
                        Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, PlanTaskId = task.Id, OrgUnitId = unit.Id, Role = role, PrintedName = unit.Name,
                    });
                }
            }
        }

        ImportDraft draft = new() { Id = clock.NewId(), JurisdictionId = county, FileName = "要点.txt", FileHash = "0", Kind = DocumentKind.KeyPoints };
        db.Add(draft);
        for (var t = 0; t < Asked; t++)
        {
            db.Add(new ImportDraftTask
            {
                Id = clock.NewId(), ImportDraftId = draft.Id, Position = t, Number = $"{t + 1}.", Title = Words(1), Body = Words(SentencesOfTask), Content = new DraftTaskContent(),
            });
        }

        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(db is SqliteContext ? "ANALYZE" : "VACUUM ANALYZE");
        return draft.Id;

        string Words(int count) => string.Join('。', Enumerable.Range(0, count).Select(_ => sentences[random.Next(sentences.Count)]));
    }
}
