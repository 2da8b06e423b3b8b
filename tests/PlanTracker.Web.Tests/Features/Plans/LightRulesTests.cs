using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Features.Plans.Lights;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class LightRulesTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_sets_the_thresholds_of_a_plan_and_its_lights_follow(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, Domain.Progress.OccurrenceState.InProgress);
        var opened = (await app.Send(world.Coordinator, new OpenLights.Query(laid.Plan.Id))).Value;
        LightRules loose = opened.Rules with { Family = LightFamily.ByPace, GreenLag = 98, YellowLag = 99, MonthsToStart = 24 };

        foreach (var actor in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.Leader })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenLights.Query(laid.Plan.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new SaveLights.Command(laid.Plan.Id, loose, opened.Version))).Refusal?.Kind);
        }

        Assert.Equal(
            RefusalKind.Invalid, (await app.Send(world.Coordinator, new SaveLights.Command(laid.Plan.Id, loose with { GreenLag = 99 }, opened.Version))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SaveLights.Command(laid.Plan.Id, loose, opened.Version))).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new SaveLights.Command(laid.Plan.Id, loose, opened.Version))).Refusal?.Kind);

        var again = (await app.Send(world.Coordinator, new OpenLights.Query(laid.Plan.Id))).Value;
        Assert.Equal((loose, true), (again.Rules, again.IsOwn));
        app.Time.MoveTo(new DateOnly(2026, 6, 20), 9);
        Assert.Equal(LightReasonKind.OnPace, (await Light(app, world, laid)).Reason.Kind);
        await app.Send(world.Coordinator, new SaveLights.Command(laid.Plan.Id, loose with { GreenLag = 5, YellowLag = 20 }, again.Version));
        Assert.Equal((LightColour.Red, LightReasonKind.FarBehindPace), (await Light(app, world, laid)) is var light ? (light.Colour, light.Reason.Kind) : default);
    }

    private static async Task<Light> Light(TestApp app, World world, Laid laid) =>
        (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id).Light;
}
