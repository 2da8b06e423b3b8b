using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Benchmarks.Dashboard;

/// <summary>One county with 1,539 plans of 65 tasks, one unit to each task, 100 units; 30 % closed, 10 % overdue, the others under way. The same every time.</summary>
public sealed class BigCounty : IDisposable
{
    public const int Plans = 1539;
    public const int TasksOfPlan = 65;
    public const int Units = 100;

    private static readonly DateOnly Today = new(2026, 6, 15);

    private readonly Random random = new(20260615);
    private readonly ServiceProvider services;
    private readonly string folder;
    private readonly Clock clock;
    private readonly Guid county;
    private readonly List<OrgUnit> units = [];

    private BigCounty(string postgres)
    {
        folder = Directory.CreateTempSubdirectory("plantracker-bench-").FullName;
        ServiceCollection registered = new();
        registered.AddSingleton<TimeProvider>(new FixedTime());
        registered.AddSingleton<Clock>();
        registered.AddSingleton(WorkingCalendar.National);
        registered.AddLogging();
        registered.AddHttpContextAccessor();
        registered.AddStore(new StoreOptions { DataFolder = folder, Postgres = postgres });
        registered.AddRequests();
        registered.AddScoped<OccurrenceLights>();
        registered.AddScoped<LightScan>();
        services = registered.BuildServiceProvider();
        clock = services.GetRequiredService<Clock>();
        county = clock.NewId();
        Coordinator = new Actor(clock.NewId(), "统筹员", [new Held(Function.Coordinator, county, $"{county}/", null)]);
    }

    public Actor Coordinator { get; }

    public Guid Id => county;

    /// <param name="postgres">Connection string of an empty database; empty for SQLite in a temporary folder.</param>
    public static async Task<BigCounty> Lay(string postgres = "")
    {
        BigCounty laid = new(postgres);
        await laid.Fill();
        return laid;
    }

    public async Task<TResult> Ask<TResult>(IQuery<TResult> query) => await services.GetRequiredService<Dispatcher>().Send(Coordinator, query);

    public async Task<T> InStore<T>(Func<PlanTrackerDbContext, Task<T>> use)
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>());
    }

    public void Dispose()
    {
        services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Fill()
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Jurisdictions.Add(new Jurisdiction { Id = county, Name = "大县", Level = JurisdictionLevel.County, Path = $"{county}/" });
        for (var i = 0; i < Units; i++)
        {
            units.Add(new OrgUnit
            {
                Id = clock.NewId(), JurisdictionId = county, Name = $"第{i + 1}局", Position = i,
                Kind = i % 10 == 9 ? OrgUnitKind.VerticallyManaged : OrgUnitKind.GovernmentDepartment,
            });
        }

        db.OrgUnits.AddRange(units);
        db.UnitContacts.AddRange(units.Skip(3).Select(unit => new UnitContact { Id = clock.NewId(), OrgUnitId = unit.Id, Name = "联系人" }));
        await db.SaveChangesAsync();
        for (var i = 0; i < Plans; i++)
        {
            AddPlan(db, i);
            if (i % 20 == 19 || i == Plans - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        // What the server does by itself from time to time.
        await db.Database.ExecuteSqlRawAsync(db is SqliteContext ? "ANALYZE" : "VACUUM ANALYZE");
    }

    private void AddPlan(PlanTrackerDbContext db, int index)
    {
        var published = new DateOnly(2026, 1, 5).AddDays(index % 60);
        Plan plan = new()
        {
            Id = clock.NewId(), JurisdictionId = county, Title = $"第{index + 1}号工作要点", FirstYear = 2026, LastYear = index % 3 == 0 ? 2030 : 2026,
            PublishedOn = published, ImportDraftId = clock.NewId(), RoundCycle = ReportingCycle.Monthly,
        };
        db.Plans.Add(plan);
        db.ReportingRounds.Add(new ReportingRound
        {
            Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, Name = "5月", OpensOn = new(2026, 5, 1), CutOffOn = new(2026, 5, 31), FiguresUpTo = new(2026, 5, 31),
        });
        for (var i = 0; i < TasksOfPlan; i++)
        {
            PlanTask task = new()
            {
                Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, Position = i, Number = $"{i + 1}", Title = $"推进第{i + 1}项重点工作", Sharing = Sharing.Joint,
            };
            Assignment assignment = new()
            {
                Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, PlanTaskId = task.Id, OrgUnitId = units[random.Next(Units)].Id,
                Role = random.Next(4) == 0 ? Role.Cooperating : Role.Lead,
            };
            db.AddRange(task, assignment, Run(plan, task, assignment));
        }
    }

    private Occurrence Run(Plan plan, PlanTask task, Assignment assignment)
    {
        Occurrence run = new()
        {
            Id = clock.NewId(), JurisdictionId = county, PlanId = plan.Id, PlanTaskId = task.Id, AssignmentId = assignment.Id, OrgUnitId = assignment.OrgUnitId,
            Role = assignment.Role, OpenedOn = plan.PublishedOn, DeadlineConfirmed = true, SignedOn = plan.PublishedOn.AddDays(2),
            LastReportedOn = Today.AddDays(-random.Next(120)), Percent = 10 * random.Next(10),
        };
        var share = random.Next(100);
        run.DueOn = run.OriginalDueOn = share < 40 ? MonthEnd(random.Next(1, 6)) : MonthEnd(random.Next(6, 13));
        if (share < 30)
        {
            run.State = OccurrenceState.Closed;
            run.FinishedOn = run.DueOn.Value.AddDays(random.Next(-40, 8));
            run.Percent = 100;
        }
        else
        {
            run.State = share < 90 ? OccurrenceState.InProgress : share < 96 ? OccurrenceState.Pending : OccurrenceState.FirstReview;
            run.RequestedOn = share < 96 ? null : Today.AddDays(-random.Next(10));
            run.LastReportedOn = share is >= 90 and < 96 ? null : run.LastReportedOn;
            (run.Ongoing, run.DueOn, run.OriginalDueOn) = share is >= 86 and < 90 ? (true, null, null) : (false, run.DueOn, run.OriginalDueOn);
        }

        return run;
    }

    private static DateOnly MonthEnd(int month) => new DateOnly(2026, month, 1).AddMonths(1).AddDays(-1);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Today.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
    }
}
