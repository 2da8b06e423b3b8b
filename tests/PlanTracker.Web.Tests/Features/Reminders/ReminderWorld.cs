using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

/// <summary>A published plan of the small county, whose tasks a test lays one by one.</summary>
public sealed class ReminderWorld
{
    private readonly TestApp app;
    private int count;

    private ReminderWorld(TestApp app, World world, Guid planId) => (this.app, World, PlanId) = (app, world, planId);

    public World World { get; }

    public Guid PlanId { get; }

    public static async Task<ReminderWorld> Found(TestApp app, DateOnly publishedOn)
    {
        var world = await World.Found(app);
        var plan = new Plan
        {
            Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Title = "望湖县法治建设工作要点", FirstYear = 2026, LastYear = 2026,
            PublishedOn = publishedOn, PublishedAt = Clock.ToUtc(publishedOn, new TimeOnly(9, 0)), ImportDraftId = app.Clock.NewId(),
            RoundCycle = ReportingCycle.OnCall,
        };
        await app.InStore(db =>
        {
            db.Plans.Add(plan);
            return db.SaveChangesAsync();
        });
        return new ReminderWorld(app, world, plan.Id);
    }

    public async Task<Guid> Task(
        OrgUnit unit, DateOnly opened, DateOnly? due, OccurrenceState state = OccurrenceState.InProgress, bool confirmed = true, string title = "健全依法决策机制")
    {
        var occurrence = new Occurrence
        {
            Id = app.Clock.NewId(), JurisdictionId = World.County.Id, PlanId = PlanId, OrgUnitId = unit.Id, Role = Role.Lead, State = state,
            OpenedOn = opened, DueOn = due, OriginalDueOn = due, DeadlineConfirmed = confirmed, Ongoing = due is null,
            SignedOn = state == OccurrenceState.Pending ? null : opened,
        };
        var assignment = new Assignment
        {
            Id = app.Clock.NewId(), JurisdictionId = World.County.Id, PlanId = PlanId, OrgUnitId = unit.Id, Role = Role.Lead, Occurrences = [occurrence],
        };
        var task = new PlanTask
        {
            Id = app.Clock.NewId(), JurisdictionId = World.County.Id, PlanId = PlanId, Number = $"{++count}", Position = count, Title = title,
            DueOn = due, DeadlineConfirmed = confirmed, Ongoing = due is null, Assignments = [assignment],
        };
        occurrence.PlanTaskId = task.Id;
        await app.InStore(db =>
        {
            db.PlanTasks.Add(task);
            return db.SaveChangesAsync();
        });
        return occurrence.Id;
    }

    public Task Change(Guid occurrence, Action<Occurrence> change) => app.InStore(async db =>
    {
        change(await db.Occurrences.SingleAsync(x => x.Id == occurrence));
        return await db.SaveChangesAsync();
    });

    /// <summary>What the daily job does, at half past eight of that day.</summary>
    public async Task<(int Planned, DeliverReminders.Result Delivered)> RunDay(DateOnly day)
    {
        app.Time.MoveTo(day, 8);
        var planned = await app.Send(Actor.System, new PlanReminders.Command(day));
        return (planned.Value.Planned, (await app.Send(Actor.System, new DeliverReminders.Command(day))).Value);
    }

    public Task<List<Reminder>> Reminders() =>
        app.InStore(db => db.Reminders.AsNoTracking().OrderBy(x => x.GoesOutOn).ThenBy(x => x.Rung).ToListAsync());

    public Task<List<Digest>> Digests() =>
        app.InStore(db => db.Digests.AsNoTracking().Include(x => x.Deliveries).OrderBy(x => x.Day).ThenBy(x => x.Channel).ToListAsync());
}
