using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Jurisdictions;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Jurisdictions;

public sealed class SaveJurisdictionTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_place_moves_with_all_that_lies_below(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var keeper = world.SystemAdministrator;
        var city = (await app.Send(keeper, new SaveJurisdiction.Command(null, "宁沣市", JurisdictionLevel.City, null))).Value;
        var town = (await app.Send(keeper, new SaveJurisdiction.Command(null, "柳堤镇", JurisdictionLevel.Town, world.County.Id))).Value;

        var moved = await app.Send(keeper, new SaveJurisdiction.Command(world.County.Id, "望湖县", JurisdictionLevel.County, city));

        Assert.True(moved.IsDone);
        var stale = await app.Send(keeper, new SaveJurisdiction.Command(world.County.Id, "旧名县", JurisdictionLevel.County, city, Version: 0));
        Assert.Equal(RefusalKind.ChangedMeanwhile, stale.Refusal?.Kind);
        var rows = (await app.Send(keeper, new ListJurisdictions.Query())).Value;
        Assert.Equal($"{city}/{world.County.Id}/", rows.Single(x => x.Id == world.County.Id).Path);
        Assert.Equal($"{city}/{world.County.Id}/{town}/", rows.Single(x => x.Id == town).Path);
        Assert.Equal([0, 1, 2], rows.Where(x => x.Id != world.Neighbour.Id).Select(x => x.Depth));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_tree_stays_a_tree_and_what_is_in_use_stays(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var keeper = world.SystemAdministrator;
        var town = (await app.Send(keeper, new SaveJurisdiction.Command(null, "柳堤镇", JurisdictionLevel.Town, world.County.Id))).Value;

        RefusalKind? Kind<T>(Outcome<T> outcome) => outcome.Refusal?.Kind;
        Assert.Equal(RefusalKind.BelowItself, Kind(await app.Send(keeper, new SaveJurisdiction.Command(world.County.Id, "望湖县", JurisdictionLevel.County, town))));
        Assert.Equal(RefusalKind.LevelNotBelow, Kind(await app.Send(keeper, new SaveJurisdiction.Command(null, "某县", JurisdictionLevel.County, town))));
        Assert.Equal(RefusalKind.LevelNotBelow, Kind(await app.Send(keeper, new SaveJurisdiction.Command(world.County.Id, "望湖县", JurisdictionLevel.Town, null))));
        Assert.Equal(RefusalKind.NameTaken, Kind(await app.Send(keeper, new SaveJurisdiction.Command(null, "柳堤镇", JurisdictionLevel.Town, world.County.Id))));
        Assert.Equal(RefusalKind.NameTaken, Kind(await app.Send(keeper, new SaveJurisdiction.Command(null, "邻川县", JurisdictionLevel.County, null))));
        Assert.Equal(RefusalKind.Missing, Kind(await app.Send(keeper, new SaveJurisdiction.Command(null, " ", JurisdictionLevel.County, null))));
        Assert.Equal(RefusalKind.InUse, Kind(await app.Send(keeper, new DeleteJurisdiction.Command(world.County.Id))));
        Assert.Null(Kind(await app.Send(keeper, new DeleteJurisdiction.Command(town))));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_system_administrator_keeps_the_tree(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        foreach (var actor in new[] { world.Coordinator, world.Leader, world.DevelopmentHead, world.SecurityAdministrator })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListJurisdictions.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new SaveJurisdiction.Command(null, "甲县", JurisdictionLevel.County, null))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new DeleteJurisdiction.Command(world.Neighbour.Id))).Refusal?.Kind);
        }
    }
}
