using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Features.Search;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Search;

public sealed class FindTasksTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Everybody_finds_what_he_may_see_and_no_more(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 9, count: 120);
        int In(Guid place) => laid.Occurrences.Count(x => x.JurisdictionId == place);
        Guid[] ownPlans = [.. laid.Occurrences.Where(x => x.OrgUnitId == world.Finance.Id).Select(x => x.PlanId).Distinct()];

        async Task<int> Total(Web.Security.Actor actor, Narrowing? narrowing = null) =>
            (await app.Send(actor, new FindTasks.Query(narrowing ?? new Narrowing()))).Value.Total;

        Assert.Equal(In(world.County.Id), await Total(world.Coordinator));
        Assert.Equal(In(world.County.Id), await Total(world.Leader));
        Assert.Equal(In(world.Neighbour.Id), await Total(world.NeighbourCoordinator));
        Assert.Equal(0, await Total(world.NeighbourCoordinator, new Narrowing(Place: world.County.Id)));
        Assert.Equal(laid.Occurrences.Count(x => ownPlans.Contains(x.PlanId)), await Total(world.FinanceReporter));
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.SystemAdministrator, new FindTasks.Query(new Narrowing()))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Words_unit_side_and_order_narrow_the_list_and_each_row_has_its_light(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 10, count: 200);

        var one = (await app.Send(world.Coordinator, new FindTasks.Query(new Narrowing(), Words: "任务 7"))).Value;
        var nothing = (await app.Send(world.Coordinator, new FindTasks.Query(new Narrowing(), Words: "%_"))).Value;
        var overdue = (await app.Send(
            world.Coordinator, new FindTasks.Query(new Narrowing(Side: Side.Lead, Unit: world.Town.Id), TaskFilter.Overdue, Order: TaskOrder.Due))).Value;
        var pages = new List<Guid>();
        for (var page = 1; page <= 7; page++)
            pages.AddRange((await app.Send(world.Leader, new FindTasks.Query(new Narrowing(), Order: TaskOrder.Plan, Page: page))).Value.Rows.Select(x => x.TaskId));

        Assert.NotEmpty(one.Rows);
        Assert.All(one.Rows, row => Assert.Contains('7', row.Number));
        Assert.Equal(0, nothing.Total);
        Assert.NotEmpty(overdue.Rows);
        Assert.All(overdue.Rows, row => Assert.Equal((LightColour.Red, world.Town.Id), (row.Light.Colour, row.UnitId)));
        Assert.Equal(laid.Occurrences.Where(x => x.JurisdictionId == world.County.Id).Select(x => x.PlanTaskId).Order(), pages.Order());
    }
}
