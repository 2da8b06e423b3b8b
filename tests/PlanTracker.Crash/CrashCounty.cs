using System.Text.Json;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Mail;

namespace PlanTracker.Crash;

/// <summary>A county of ten units with a reporter and a head each, and forty tasks for each unit whose deadlines lie close together.</summary>
internal static class CrashCounty
{
    private const int Units = 10;
    private const int TasksOfUnit = 40;

    private static int count;

    public static async Task Found(PlanTrackerDbContext db, DateOnly first, MailSettings mail)
    {
        Jurisdiction county = new() { Id = Id(), Name = "望湖县", Level = JurisdictionLevel.County, Path = "" };
        county.Path = $"{county.Id}/";
        Plan plan = new()
        {
            Id = Id(), JurisdictionId = county.Id, Title = "望湖县法治建设工作要点", FirstYear = 2026, LastYear = 2026, PublishedOn = first,
            PublishedAt = Clock.ToUtc(first, new TimeOnly(8, 0)), ImportDraftId = Id(), RoundCycle = ReportingCycle.OnCall,
        };
        db.AddRange(county, plan, new Setting { Key = "mail", Value = JsonSerializer.Serialize(mail) });
        for (var i = 0; i < Units; i++)
        {
            OrgUnit unit = new() { Id = Id(), JurisdictionId = county.Id, Name = $"第{i + 1}局", Kind = OrgUnitKind.GovernmentDepartment };
            db.OrgUnits.Add(unit);
            Person(db, county, unit, $"jingban{i}", Function.UnitReporter);
            Person(db, county, unit, $"juzhang{i}", Function.UnitHead);
            for (var n = 0; n < TasksOfUnit; n++)
                Duty(db, plan, unit, first.AddDays(3 + n * 5));
        }

        await db.SaveChangesAsync();
    }

    private static void Duty(PlanTrackerDbContext db, Plan plan, OrgUnit unit, DateOnly due)
    {
        PlanTask task = new() { Id = Id(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Number = $"{count}", Position = count, Title = "健全依法决策机制", DueOn = due };
        Assignment assignment = new() { Id = Id(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, PlanTaskId = task.Id, OrgUnitId = unit.Id, Role = Role.Lead };
        db.AddRange(task, assignment, new Occurrence
        {
            Id = Id(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, PlanTaskId = task.Id, AssignmentId = assignment.Id, OrgUnitId = unit.Id, Role = Role.Lead,
            State = OccurrenceState.InProgress, OpenedOn = plan.PublishedOn, SignedOn = plan.PublishedOn, DueOn = due, OriginalDueOn = due, DeadlineConfirmed = true,
        });
    }

    private static void Person(PlanTrackerDbContext db, Jurisdiction county, OrgUnit unit, string name, Function function) => db.Users.Add(new Account
    {
        Id = Id(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Email = $"{name}@example.test", SecurityStamp = name,
        Memberships = [new Membership { Id = Id(), Function = function, JurisdictionId = county.Id, OrgUnitId = unit.Id, From = new DateOnly(2026, 1, 1) }],
    });

    private static Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes[12..], ++count);
        bytes[0] = 1;
        return new Guid(bytes, bigEndian: true);
    }
}
