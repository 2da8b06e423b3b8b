using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Features.Search;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Dashboard;

public sealed class ShowLightsTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task As_many_lights_of_a_colour_are_counted_as_tasks_are_listed_and_each_listed_one_has_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Histories.Lay(app, world, seed: 31, count: 500);
        await Ask(app, world.Finance, OrgUnitKind.PartyOrgan);

        foreach (var side in Enum.GetValues<Side>())
        {
            var shown = (await app.Send(world.Leader, new ShowLights.Query(world.County.Id, Side: side))).Value;
            foreach (var colour in LightCounts.Colours)
            {
                var listed = await Listed(app, world.Leader, new Narrowing(world.County.Id, Side: side), colour);
                Assert.Equal(shown.Sum[colour], listed.Count);
                Assert.All(listed, row => Assert.Equal(colour, row.Light.Colour));
                Assert.True(listed.Count > 0, $"no {colour} was laid");
            }

            var ofFinance = await Listed(app, world.Leader, new Narrowing(Side: side, Unit: world.Finance.Id), LightColour.Yellow);
            Assert.Equal(shown.Of(world.Finance.Id)[LightColour.Yellow], ofFinance.Count);
            Assert.Equal(0, shown.Of(world.Finance.Id)[LightColour.Red]);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Lights_are_those_of_the_tasks_own_pages_and_no_task_is_without(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 32, count: 300);
        var single = await app.InStore(async db =>
        {
            var columns = await db.Occurrences.Where(x => x.JurisdictionId == world.County.Id).Select(LightColumns.From).ToListAsync();
            var book = await new OccurrenceLights(db, app.Clock, Domain.Calendars.WorkingCalendar.National).Of(columns.Select(x => x.PlanId));
            return columns.CountBy(x => book.LightOf(x).Colour).ToDictionary();
        });

        var lead = (await app.Send(world.Coordinator, new ShowLights.Query())).Value.Sum;
        var cooperating = (await app.Send(world.Coordinator, new ShowLights.Query(Side: Side.Cooperating))).Value.Sum;

        foreach (var colour in LightCounts.Colours)
            Assert.Equal(single.GetValueOrDefault(colour), lead[colour] + cooperating[colour]);
        Assert.Equal(laid.Occurrences.Count(x => x.JurisdictionId == world.County.Id), lead.All + cooperating.All);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_may_not_see_a_place_gets_none_of_its_lights(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 33, count: 200);
        Guid[] ownPlans = [.. laid.Occurrences.Where(x => x.OrgUnitId == world.Finance.Id).Select(x => x.PlanId).Distinct()];

        var neighbour = (await app.Send(world.NeighbourCoordinator, new ShowLights.Query())).Value;
        var strange = (await app.Send(world.NeighbourCoordinator, new ShowLights.Query(Place: world.County.Id))).Value;
        var strangeList = await Listed(app, world.NeighbourCoordinator, new Narrowing(Place: world.County.Id), LightColour.Red);
        var refused = await app.Send(world.FinanceReporter, new ShowLights.Query());
        var ofReporter = 0;
        foreach (var colour in LightCounts.Colours)
            ofReporter += (await Listed(app, world.FinanceReporter, new Narrowing(), colour)).Count;

        Assert.Equal(
            laid.Occurrences.Count(x => x.JurisdictionId == world.Neighbour.Id && x.Role != Domain.Plans.Role.Cooperating), neighbour.Sum.All);
        Assert.Equal(0, strange.Sum.All);
        Assert.Empty(strangeList);
        Assert.Equal(RefusalKind.NotAllowed, refused.Refusal?.Kind);
        Assert.Equal(laid.Occurrences.Count(x => ownPlans.Contains(x.PlanId)), ofReporter);
    }

    private static async Task<IReadOnlyList<FindTasks.Row>> Listed(TestApp app, Web.Security.Actor actor, Narrowing narrowing, LightColour colour)
    {
        List<FindTasks.Row> rows = [];
        for (var page = 1; ; page++)
        {
            var found = (await app.Send(actor, new FindTasks.Query(narrowing, Page: page, Colour: colour))).Value;
            rows.AddRange(found.Rows);
            if (page * FindTasks.PageSize >= found.Total)
            {
                Assert.Equal(found.Total, rows.Count);
                return rows;
            }
        }
    }

    private static Task<int> Ask(TestApp app, OrgUnit unit, OrgUnitKind kind) =>
        app.InStore(db => db.OrgUnits.Where(x => x.Id == unit.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, kind)));
}
