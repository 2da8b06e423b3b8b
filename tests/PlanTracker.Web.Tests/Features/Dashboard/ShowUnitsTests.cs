using PlanTracker.Domain;
using PlanTracker.Domain.Measures;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Dashboard;

public sealed class ShowUnitsTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_coordinates_a_county_sees_its_units_with_lead_and_cooperating_apart_and_nothing_of_the_neighbour(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 7, count: 300);

        var own = (await app.Send(world.Coordinator, new ShowUnits.Query())).Value;
        var leader = (await app.Send(world.Leader, new ShowUnits.Query())).Value;
        var neighbour = (await app.Send(world.NeighbourCoordinator, new ShowUnits.Query())).Value;
        var refused = await app.Send(world.DevelopmentReporter, new ShowUnits.Query());
        var lead = (await app.Send(world.Coordinator, new ShowUnits.Query(Side: Side.Lead))).Value;
        var cooperating = (await app.Send(world.Coordinator, new ShowUnits.Query(Side: Side.Cooperating))).Value;

        SidedTally Expected(Guid place) =>
            SidedTally.Of(laid.Occurrences.Where(x => x.JurisdictionId == place).Select(Histories.FactsOf), app.Today, MeasureDay.SilentDays);
        SidedTally Sum(IEnumerable<ShowUnits.Row> rows) =>
            rows.Aggregate(default(SidedTally), (sum, row) => sum + new SidedTally(row.Lead.Tally, row.Cooperating.Tally));
        Assert.Equal(Expected(world.County.Id), Sum(own));
        Assert.Equal(own, leader);
        Assert.Equal(own, ShowUnits.Together(lead, cooperating));
        Assert.All(lead, row => Assert.Equal(default, row.Cooperating));
        Assert.Equal(Expected(world.Neighbour.Id), Sum(neighbour));
        Assert.Equal(RefusalKind.NotAllowed, refused.Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_overdue_comes_longest_first_and_as_many_as_the_tile_says(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Histories.Lay(app, world, seed: 8, count: 300);

        var overdue = (await app.Send(world.Coordinator, new ShowOverdue.Query())).Value;
        var units = (await app.Send(world.Coordinator, new ShowUnits.Query())).Value;
        var rest = (await app.Send(world.Coordinator, new ShowOverdue.Query(Page: 2))).Value;

        Assert.Equal(overdue.OrderByDescending(x => x.DaysLate).Select(x => x.DaysLate), overdue.Select(x => x.DaysLate));
        Assert.True(units.Sum(x => x.Lead.Tally.OverdueNow) >= overdue.Count);
        Assert.All(overdue, row => Assert.True(row.DaysLate > 0));
        Assert.Empty(overdue.Select(x => x.TaskId).Intersect(rest.Select(x => x.TaskId)));
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.FinanceReporter, new ShowOverdue.Query())).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Choices_name_the_own_plans_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Histories.Lay(app, world, seed: 8, count: 10);

        Assert.Equal(["计划0", "计划1", "计划2"], (await app.Send(world.Coordinator, new ListChoices.Query())).Value.Plans.Select(x => x.Title));
        Assert.Equal(["计划3"], (await app.Send(world.NeighbourCoordinator, new ListChoices.Query())).Value.Plans.Select(x => x.Title));
    }
}
