using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>A published plan laid straight into the store, for tests of what comes after publishing.</summary>
public sealed class Laid
{
    private Laid()
    {
    }

    public Plan Plan { get; private set; } = null!;

    /// <summary>Due on 30 June 2026: 发改局 leads, 财政局 cooperates (牵头负责).</summary>
    public PlanTask Joint { get; private set; } = null!;
    public Occurrence Lead { get; private set; } = null!;
    public Occurrence Cooperating { get; private set; } = null!;

    /// <summary>Due on 31 December 2026: 财政局 and 柳堤镇 each for themselves (分头落实).</summary>
    public PlanTask Each { get; private set; } = null!;
    public Occurrence FinanceOwn { get; private set; } = null!;
    public Occurrence TownOwn { get; private set; } = null!;

    /// <summary>Open since 1 June, cut off on 30 June 2026.</summary>
    public ReportingRound Round { get; private set; } = null!;

    public static async Task<Laid> Down(TestApp app, World world, OccurrenceState state = OccurrenceState.Pending)
    {
        Laid laid = new();
        await app.InStore(async db =>
        {
            laid.Plan = new Plan
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Title = "望湖县2026年法治建设工作要点", FirstYear = 2026, LastYear = 2026,
                PublishedOn = new DateOnly(2026, 5, 4), PublishedAt = Clock.ToUtc(new DateOnly(2026, 5, 4), new TimeOnly(9, 0)), PublishedById = world.Coordinator.AccountId,
                ImportDraftId = app.Clock.NewId(), SourceText = "一、梳理公布事项清单（县发改局牵头，县财政局配合，2026年6月底前完成）。二、开展专项培训。",
            };
            laid.Joint = Task(app, laid.Plan, 1, "梳理公布事项清单", Sharing.Joint, new DateOnly(2026, 6, 30), (0, 36));
            laid.Each = Task(app, laid.Plan, 2, "开展专项培训", Sharing.Each, new DateOnly(2026, 12, 31), (36, 45));
            laid.Lead = Assign(app, laid.Plan, laid.Joint, world.Development, Role.Lead, state);
            laid.Cooperating = Assign(app, laid.Plan, laid.Joint, world.Finance, Role.Cooperating, state);
            laid.FinanceOwn = Assign(app, laid.Plan, laid.Each, world.Finance, Role.Responsible, state);
            laid.TownOwn = Assign(app, laid.Plan, laid.Each, world.Town, Role.Responsible, state);
            laid.Round = new ReportingRound
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, PlanId = laid.Plan.Id, Name = "2026年6月", OpensOn = new DateOnly(2026, 6, 1),
                CutOffOn = new DateOnly(2026, 6, 30), FiguresUpTo = new DateOnly(2026, 6, 30), FiguresCumulative = true,
            };
            db.Plans.Add(laid.Plan);
            db.ReportingRounds.Add(laid.Round);
            return await db.SaveChangesAsync();
        });
        return laid;
    }

    private static PlanTask Task(TestApp app, Plan plan, int position, string title, Sharing sharing, DateOnly due, (int Start, int End) span)
    {
        PlanTask task = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Position = position, Number = $"{position}", Title = title,
            Sharing = sharing, DueOn = due, DeadlineConfirmed = true, SpanStart = span.Start, SpanEnd = span.End,
        };
        plan.Tasks.Add(task);
        return task;
    }

    private static Occurrence Assign(TestApp app, Plan plan, PlanTask task, OrgUnit unit, Role role, OccurrenceState state)
    {
        Assignment assignment = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, PlanTaskId = task.Id, OrgUnitId = unit.Id, Role = role, PrintedName = unit.Name,
        };
        Occurrence occurrence = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, PlanTaskId = task.Id, AssignmentId = assignment.Id, OrgUnitId = unit.Id,
            Role = role, State = state, OpenedOn = plan.PublishedOn, OriginalDueOn = task.DueOn, DueOn = task.DueOn, DeadlineConfirmed = true,
            SignedOn = state == OccurrenceState.Pending ? null : new DateOnly(2026, 5, 6),
        };
        assignment.Occurrences.Add(occurrence);
        task.Assignments.Add(assignment);
        return occurrence;
    }
}

public static class ActingIn
{
    /// <summary>Takes something of a request's scope, on behalf of somebody, and saves.</summary>
    public static async Task<T> Acting<TService, T>(this TestApp app, Actor actor, Func<TService, PlanTrackerDbContext, Task<T>> act)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorOfScope>().Actor = actor;
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var result = await act(scope.ServiceProvider.GetRequiredService<TService>(), db);
        await db.SaveChangesAsync();
        return result;
    }
}
