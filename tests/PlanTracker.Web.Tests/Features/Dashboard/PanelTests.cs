using Npgsql;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Overview;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Dashboard;

public sealed class PanelTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_panel_asks_the_database_once(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Histories.Lay(app, world, seed: 12, count: 50);

        Assert.Equal(1, await Commands(app, world.Leader, new ShowUnits.Query()));
        Assert.Equal(1, await Commands(app, world.Leader, new ShowOverdue.Query()));
        Assert.Equal(1, await Commands(app, world.Leader, new ShowMonths.Query()));
        Assert.Equal(1, await Commands(app, world.Leader, new ListChoices.Query()));
        Assert.Equal(0, await Commands(app, world.FinanceReporter, new ShowUnits.Query()));
        Assert.Equal(0, await Commands(app, world.FinanceReporter, new ShowLights.Query()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Months_count_what_was_due_and_what_was_finished_in_them(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 13, count: 200);
        var counted = laid.Occurrences.Where(x => x.JurisdictionId == world.County.Id && x.Role == Domain.Plans.Role.Cooperating && !x.Ongoing
            && x.State is not (OccurrenceState.Cancelled or OccurrenceState.Suspended)).ToList();

        var months = (await app.Send(world.Coordinator, new ShowMonths.Query(Side: Side.Cooperating))).Value;

        Assert.Equal(counted.Count(x => x.DeadlineConfirmed && x.DueOn is { Month: 6 }), months.Single(x => x.First == new DateOnly(2026, 6, 1)).Due);
        Assert.Equal(
            counted.Count(x => x.State == OccurrenceState.Closed && x.FinishedOn is { Month: 6 }), months.Single(x => x.First == new DateOnly(2026, 6, 1)).Closed);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.FinanceReporter, new ShowMonths.Query())).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_leader_sees_what_lies_below_and_a_coordinator_does_not(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Histories.Lay(app, world, seed: 14, count: 120);
        var cityId = app.Clock.NewId();
        await app.InStore(async db =>
        {
            var county = await db.Jurisdictions.FindAsync([world.County.Id], TestContext.Current.CancellationToken);
            db.Jurisdictions.Add(new() { Id = cityId, Name = "江城市", Level = JurisdictionLevel.City, Path = $"{cityId}/" });
            (county!.ParentId, county.Path) = (cityId, $"{cityId}/{county.Id}/");
            return await db.SaveChangesAsync();
        });
        Actor OfCity(Function function) => new(app.Clock.NewId(), "市里", [new Held(function, cityId, $"{cityId}/", null)]);

        var own = (await app.Send(world.Coordinator, new ShowUnits.Query())).Value;
        var above = (await app.Send(OfCity(Function.Leader), new ShowUnits.Query())).Value;
        var office = (await app.Send(OfCity(Function.Coordinator), new ShowUnits.Query())).Value;

        Assert.NotEmpty(own);
        Assert.Equal(own, above);
        Assert.Empty(office);
    }

    private static async Task<int> Commands<T>(TestApp app, Actor actor, IQuery<T> query)
    {
        var name = app.Store.UsesPostgres ? new NpgsqlConnectionStringBuilder(app.Store.Postgres).Database! : app.Store.DataFolder;
        using CommandCount commands = new(name);
        await app.Send(actor, query);
        return commands.Count;
    }
}
