using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class UrgeTaskTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_leader_urges_one_unit_on_one_task_once_a_day_and_the_unit_is_told_by_whom(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        UrgeTask.Command urge = new(laid.Lead.Id, UrgeWay.Message, "月底前报结果");

        foreach (var stranger in new[] { world.FinanceReporter, world.NeighbourCoordinator, world.SystemAdministrator })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, urge)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentHead, urge)).Refusal?.Kind);
        Assert.True((await app.Send(world.Leader, urge)).IsDone);
        Assert.Equal(RefusalKind.UrgedToday, (await app.Send(world.Leader, urge)).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, urge with { Way = UrgeWay.Telephone, Words = "" })).IsDone);

        var told = await app.InStore(db => db.Notices.AsNoTracking().ToListAsync());
        Assert.Equal(new[] { world.DevelopmentReporter.AccountId, world.DevelopmentHead.AccountId }.Order(), told.Select(x => x.AccountId).Order());
        Assert.All(told, x => Assert.Equal(
            (nameof(NoticeKind.TaskUrged), $"/tasks/{laid.Joint.Id}", $"1 梳理公布事项清单{NoticeWriter.Separator}县长{NoticeWriter.Separator}月底前报结果"), (x.Kind, x.Link, x.Arguments)));
        var history = (await app.Send(world.DevelopmentReporter, new TaskStory.Query(laid.Joint.Id))).Value.History;
        Assert.Equal(new[] { "县长", "统筹员" }.ToHashSet(), history.Where(x => x.Step == Step.Urge).Select(x => x.ByName).ToHashSet());
        Assert.Equal([UrgeWay.Message, UrgeWay.Telephone], await app.InStore(db => db.Urges.OrderBy(x => x.Way).Select(x => x.Way).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_leader_of_the_city_urges_and_instructs_in_its_county_and_decides_nothing_there(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var city = await app.InStore(async db =>
        {
            Jurisdiction place = new() { Id = app.Clock.NewId(), Name = "江州市", Level = JurisdictionLevel.City, Path = "" };
            place.Path = $"{place.Id}/";
            db.Add(place);
            var county = await db.Jurisdictions.SingleAsync(x => x.Id == world.County.Id);
            (county.ParentId, county.Path) = (place.Id, $"{place.Path}{county.Id}/");
            await db.SaveChangesAsync();
            return place;
        });
        Actor mayor = new(app.Clock.NewId(), "市长", [new Held(Function.Leader, city.Id, city.Path, null)]);

        var part = (await app.Send(mayor, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id);
        Assert.Equal([Step.Urge, Step.Instruct], part.Acts.Select(x => x.Step).Order());
        Assert.True((await app.Send(mayor, new UrgeTask.Command(laid.Lead.Id, UrgeWay.Telephone))).IsDone);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(await app.Send(mayor, new TakeStep.Command([laid.Lead.Id], Step.Cancel, new StepEntry("x")))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_is_asked_by_letter_is_not_urged(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Development.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.Judiciary)));

        Assert.Equal(RefusalKind.UrgedByLetter, (await app.Send(world.Leader, new UrgeTask.Command(laid.Lead.Id, UrgeWay.Message))).Refusal?.Kind);
        Assert.DoesNotContain((await app.Send(world.Leader, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id).Acts, x => x.Step == Step.Urge);
    }
}
