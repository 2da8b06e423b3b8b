using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>One task with one occurrence of 县发展和改革局 for each combination that a test wants to try, all of one plan that asks for every approval.</summary>
public sealed class Matrix
{
    private static readonly OccurrenceState[] SetAside = [OccurrenceState.Suspended, OccurrenceState.Refused];

    private readonly TestApp app;
    private readonly World world;

    private Matrix(TestApp app, World world, Plan plan) => (this.app, this.world, Plan) = (app, world, plan);

    public Plan Plan { get; }

    public static Matrix Of(TestApp app, World world) => new(app, world, new Plan
    {
        Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Title = "望湖县2026年法治建设工作要点", FirstYear = 2026, LastYear = 2026,
        PublishedOn = app.Today.AddDays(-30), PublishedAt = app.Clock.UtcNow, PublishedById = world.Coordinator.AccountId, ImportDraftId = app.Clock.NewId(),
        NeedsUnitReview = true, NeedsLeaderApproval = true,
    });

    /// <summary>Those who meet the occurrences in a function, and with null those whom they do not concern.</summary>
    public IReadOnlyList<(Function? Function, Actor Actor)> Actors =>
    [
        (Function.Coordinator, world.Coordinator), (Function.UnitReporter, world.DevelopmentReporter), (Function.UnitHead, world.DevelopmentHead),
        (Function.Leader, world.Leader), (null, world.FinanceReporter), (null, world.NeighbourCoordinator), (null, world.SystemAdministrator),
        (null, world.SecurityAdministrator),
    ];

    public Occurrence Add(OccurrenceState state)
    {
        var number = Plan.Tasks.Count + 1;
        PlanTask task = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = Plan.JurisdictionId, PlanId = Plan.Id, Position = number, Number = $"{number}", Title = $"任务{number}",
            Sharing = Sharing.Each, DueOn = app.Today.AddDays(30), DeadlineConfirmed = true,
        };
        Assignment assignment = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = Plan.JurisdictionId, PlanId = Plan.Id, PlanTaskId = task.Id, OrgUnitId = world.Development.Id, Role = Role.Lead,
        };
        Occurrence occurrence = new()
        {
            Id = app.Clock.NewId(), JurisdictionId = Plan.JurisdictionId, PlanId = Plan.Id, PlanTaskId = task.Id, AssignmentId = assignment.Id,
            OrgUnitId = world.Development.Id, Role = Role.Lead, State = state, StateBefore = SetAside.Contains(state) ? OccurrenceState.InProgress : null,
            OpenedOn = Plan.PublishedOn, OriginalDueOn = task.DueOn, DueOn = task.DueOn, DeadlineConfirmed = true,
            RequestedOn = state.IsAwaitingReview ? app.Today.AddDays(-2) : null,
        };
        assignment.Occurrences.Add(occurrence);
        task.Assignments.Add(assignment);
        Plan.Tasks.Add(task);
        return occurrence;
    }

    public Task Lay() => app.InStore(async db =>
    {
        db.Plans.Add(Plan);
        return await db.SaveChangesAsync();
    });
}
