using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Dashboard.Unit;
using PlanTracker.Web.Tests.Hosting;
using PlanTracker.Web.Tests.Measures;

namespace PlanTracker.Web.Tests.Features.Dashboard;

public sealed class ShowUnitTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Its_own_people_and_who_oversees_it_see_a_unit_and_nobody_else(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 11, count: 150);
        await app.InStore(async db =>
        {
            foreach (var day in new[] { app.Today, app.Today.AddMonths(-1) })
            {
                db.Urges.Add(new Urge
                {
                    Id = app.Clock.NewId(), JurisdictionId = world.County.Id, OrgUnitId = world.Finance.Id, Kind = UrgeKind.LateTask, Count = 2, ByName = "统筹员",
                    On = day, At = app.Clock.UtcNow,
                });
            }

            return await db.SaveChangesAsync();
        });
        ShowUnit.Query finance = new(world.Finance.Id);

        var seen = (await app.Send(world.Coordinator, finance)).Value;
        var own = (await app.Send(world.FinanceReporter, finance)).Value;
        var leader = (await app.Send(world.Leader, finance)).Value;

        Assert.Equal(laid.Occurrences.Count(x => x.OrgUnitId == world.Finance.Id && x.JurisdictionId == world.County.Id), seen.Tasks.Count);
        Assert.Equal(seen.Tasks.Count, seen.Lead.All + seen.Cooperating.All);
        Assert.Equal(LightColour.Red, seen.Tasks[0].Light.Colour);
        Assert.Equal(1, seen.Asked?.Urges);
        Assert.Single(own.Urges);
        Assert.Null(own.Asked);
        Assert.Null(leader.Asked);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentReporter, finance)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, finance)).Refusal?.Kind);
    }
}
