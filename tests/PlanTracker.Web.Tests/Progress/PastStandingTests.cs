using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Browse;
using PlanTracker.Web.Features.Search;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Progress;

public sealed class PastStandingTests
{
    private const int Days = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Random people take random steps on random days; whatever the table lets through is a history.</summary>
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Folded_to_a_day_a_history_gives_the_columns_as_they_were_that_evening(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        Random random = new(20260504);
        Guid[] ids = [laid.Lead.Id, laid.Cooperating.Id, laid.FinanceOwn.Id, laid.TownOwn.Id];
        foreach (var id in ids)
            await RandomSteps.Take(app, Actor.System, id, Step.Publish, new StepEntry());
        Dictionary<(Guid, DateOnly), Standing> evenings = [];
        var taken = 0;
        for (var day = 0; day < Days; day++)
        {
            for (var i = random.Next(8); i > 0; i--)
                taken += await RandomSteps.TakeAny(app, world, ids[random.Next(ids.Length)], random) ? 1 : 0;
            foreach (var now in await app.InStore(db => db.Occurrences.AsNoTracking().ToListAsync(Token)))
                evenings[(now.Id, app.Today)] = Projection.StandingOf(now);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.True(taken > Days, $"only {taken} steps");
        Assert.Contains(evenings.Values, x => x.AskedLateBy > 0);
        Assert.Contains(evenings.Values, x => x.HeldByOtherUntil > x.DueOn);
        var first = app.Today.AddDays(-Days);
        for (var day = first; day <= app.Today; day = day.AddDays(1))
        {
            var stood = await Past(app, day);
            Assert.Equal(ids.Length, stood.Count);
            foreach (var one in stood)
                Assert.Equal(evenings[(one.Id, day == app.Today ? day.AddDays(-1) : day)], Projection.StandingOf(one));
        }

        Assert.Empty(await Past(app, first.AddDays(-1)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_past_day_shows_the_task_the_list_and_the_plan_as_they_stood(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        await RandomSteps.Take(app, Actor.System, laid.Lead.Id, Step.Publish, new StepEntry());
        var handedOver = app.Today;
        app.Time.Advance(TimeSpan.FromDays(2));
        await RandomSteps.Take(app, world.DevelopmentReporter, laid.Lead.Id, Step.Sign, new StepEntry());
        await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, new ReportEntry("过半") { Percent = 60 }));
        var reported = app.Today;
        app.Time.Advance(TimeSpan.FromDays(30));
        await RandomSteps.Take(app, world.DevelopmentReporter, laid.Lead.Id, Step.RequestExtension, new StepEntry("材料未齐") { NewDueOn = new DateOnly(2026, 9, 30) });
        await RandomSteps.Take(app, world.Coordinator, laid.Lead.Id, Step.ApproveExtension, new StepEntry { NewDueOn = new DateOnly(2026, 9, 30) });
        app.Time.Advance(TimeSpan.FromDays(1));

        async Task<TaskStory.Result> Story(DateOnly? day) => (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id, AsOf: day))).Value;
        var part = (await Story(reported)).Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal((OccurrenceState.InProgress, 60, new DateOnly(2026, 6, 30)), (part.Columns.State, part.Columns.Percent, part.Columns.DueOn));
        Assert.Empty(part.Acts);
        Assert.Single((await Story(reported)).Reports);
        var before = await Story(handedOver);
        Assert.Equal(OccurrenceState.Pending, before.Parts.Single(x => x.Id == laid.Lead.Id).Columns.State);
        Assert.Empty(before.Reports);
        Assert.Single(before.History);
        Assert.Empty((await Story(new DateOnly(2026, 5, 1))).Parts);
        Assert.Equal(new DateOnly(2026, 9, 30), (await Story(null)).Parts.Single(x => x.Id == laid.Lead.Id).Columns.DueOn);

        async Task<FindTasks.Result> Listed(TaskFilter filter, DateOnly? day) =>
            (await app.Send(world.Coordinator, new FindTasks.Query(new Narrowing(Unit: world.Development.Id), filter, AsOf: day))).Value;
        Assert.Equal(1, (await Listed(TaskFilter.Unsigned, handedOver)).Total);
        Assert.Equal(0, (await Listed(TaskFilter.Unsigned, reported)).Total);
        Assert.Equal(1, (await Listed(TaskFilter.Overdue, new DateOnly(2026, 7, 10))).Total);
        Assert.Equal(0, (await Listed(TaskFilter.Overdue, null)).Total);
        Assert.Equal(60, Assert.Single((await Listed(TaskFilter.All, reported)).Rows).Percent);

        var plan = (await app.Send(world.Coordinator, new OpenPlan.Query(laid.Plan.Id, reported))).Value;
        Assert.Equal(new DateOnly(2026, 6, 30), plan.Tasks[0].DueOn);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.SystemAdministrator })
        {
            Assert.False((await app.Send(stranger, new TaskStory.Query(laid.Joint.Id, AsOf: reported))).IsDone);
            Assert.False((await app.Send(stranger, new OpenPlan.Query(laid.Plan.Id, reported))).IsDone);
            Assert.True((await app.Send(stranger, new FindTasks.Query(new Narrowing(), AsOf: reported))) is { IsDone: false } or { Value.Total: 0 });
        }
    }

    private static async Task<List<Occurrence>> Past(TestApp app, DateOnly day) =>
        await app.Acting<PastStandings, List<Occurrence>>(Actor.System, (past, db) => past.SetBack(db.Occurrences, day, Token));
}
