using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Benchmarks.Reminders;

/// <summary>A province of occurrences: ten counties, plans of a hundred tasks, deadlines over five years around the day. Of those behind it nine in ten are closed.</summary>
internal static class ReminderStore
{
    private const int Counties = 10;
    private const int UnitsOfCounty = 100;
    private const int TasksOfPlan = 100;

    private static readonly string[] AssignmentColumns =
        ["Id", "JurisdictionId", "PlanId", "PlanTaskId", "OrgUnitId", "Role", "Provisional", "Gathers", "PrintedName"];

    private static readonly string[] OccurrenceColumns =
    [
        "Id", "JurisdictionId", "PlanId", "PlanTaskId", "AssignmentId", "OrgUnitId", "Role", "State", "OpenedOn", "Ongoing", "OriginalDueOn", "DueOn",
        "DeadlineConfirmed", "Percent", "Reached", "AskedLateBy", "StepsTaken", "Version",
    ];

    public static async Task<string> FreshDatabase(string server)
    {
        var name = $"reminders_{Environment.ProcessId}_{Environment.TickCount64}";
        await using NpgsqlConnection connection = new(server);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    /// <param name="services">Of the store.</param>
    /// <param name="size">Occurrences.</param>
    /// <param name="openTenths">How many tenths of them may be open; the others are closed whenever they are due.</param>
    /// <param name="day">The day that will be planned.</param>
    public static async Task Lay(IServiceProvider services, int size, int openTenths, DateOnly day)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.MigrateAsync();
        var plans = size / TasksOfPlan;
        await LayPlans(db, plans, day);
        await BulkInsert.Lay(db, "Assignments", AssignmentColumns, Enumerable.Range(0, size).Select(n => new object[]
        {
            Id(5, n), Id(1, n % plans % Counties), Id(3, n % plans), Id(4, n % plans), UnitOf(n, plans), (int)Role.Lead, false, false, "",
        }));
        await BulkInsert.Lay(db, "Occurrences", OccurrenceColumns, Enumerable.Range(0, size).Select(n =>
        {
            var ahead = (int)(n * 7919L % 1800) - 700;
            var isOpen = n / 7 % 10 < openTenths && (ahead >= 0 || n / 3 % 10 == 0);
            var state = !isOpen ? OccurrenceState.Closed : n % 50 == 0 ? OccurrenceState.Pending : OccurrenceState.InProgress;
            return new object[]
            {
                Id(6, n), Id(1, n % plans % Counties), Id(3, n % plans), Id(4, n % plans), Id(5, n), UnitOf(n, plans), (int)Role.Lead, (int)state,
                day.AddDays(-800 - n % plans % 300), false, day.AddDays(ahead), day.AddDays(ahead), true, 0, "", 0, 1, 0,
            };
        }));
        await db.Database.ExecuteSqlRawAsync(db is SqliteContext ? "ANALYZE" : "VACUUM ANALYZE");
    }

    private static async Task LayPlans(PlanTrackerDbContext db, int plans, DateOnly day)
    {
        db.Jurisdictions.AddRange(Enumerable.Range(0, Counties).Select(n => new Jurisdiction
        {
            Id = Id(1, n), Name = $"第{n + 1}县", Level = JurisdictionLevel.County, Path = $"{Id(1, n)}/",
        }));
        db.OrgUnits.AddRange(Enumerable.Range(0, Counties * UnitsOfCounty).Select(n => new OrgUnit
        {
            Id = Id(2, n), JurisdictionId = Id(1, n % Counties), Name = $"第{n + 1}局", Kind = OrgUnitKind.GovernmentDepartment,
        }));
        await db.SaveChangesAsync();
        foreach (var some in Enumerable.Range(0, plans).Chunk(500))
        {
            db.ChangeTracker.Clear();
            db.Plans.AddRange(some.Select(n => new Plan
            {
                Id = Id(3, n), JurisdictionId = Id(1, n % Counties), Title = $"第{n + 1}号工作要点", FirstYear = 2024, LastYear = 2029,
                PublishedOn = day.AddDays(-800 - n % 300), PublishedAt = Clock.ToUtc(day.AddDays(-800), new TimeOnly(9, 0)), ImportDraftId = Id(7, n),
                RoundCycle = ReportingCycle.OnCall,
                Tasks = [new PlanTask { Id = Id(4, n), JurisdictionId = Id(1, n % Counties), PlanId = Id(3, n), Position = 1, Number = "1", Title = "推进重点工作" }],
            }));
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
    }

    private static Guid UnitOf(int n, int plans) => Id(2, n % plans % Counties + Counties * (n / plans % UnitsOfCounty));

    /// <summary>The n-th id of a kind, scattered as little as ids made in the order of time are.</summary>
    private static Guid Id(int kind, int n)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], n);
        bytes[15] = 1;
        return new Guid(bytes, bigEndian: true);
    }
}
