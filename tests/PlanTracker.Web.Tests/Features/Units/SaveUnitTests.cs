using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Units;

public sealed class SaveUnitTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_is_changed_with_all_that_belongs_to_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var group = (await app.Send(world.Coordinator, new SaveGroup.Command(null, world.County.Id, "县级有关部门", ["各有关部门"], "", [world.Justice.Id]))).Value;
        var leader = (await app.Send(world.Coordinator, new SaveLeader.Command(null, world.County.Id, "陆承屿", "副县长", null, [world.Justice.Id]))).Value;

        var saved = await app.Send(world.Coordinator, Change(world, world.Finance) with
        {
            Position = 7,
            LeaderId = leader,
            Aliases = [new Alias("县财政局"), new Alias("县国资局", null, new DateOnly(2019, 3, 1))],
            Contacts = [new("苗竹青", "0000-68800811", "m@example.test", false), new("彭明川", "", "", true)],
            GroupIds = [group],
        });

        Assert.True(saved.IsDone);
        var list = (await app.Send(world.Coordinator, new ListUnits.Query(GroupId: group, LeaderId: leader, Search: "国资"))).Value;
        var row = Assert.Single(list.Rows);
        Assert.Equal((world.Finance.Id, 7, "陆承屿"), (row.Id, row.Position, row.Leader));
        Assert.Equal(["苗竹青", "彭明川"], row.Contacts.OrderBy(x => x.IsHead).Select(x => x.Name));
        var groups = (await app.Send(world.Leader, new ListGroups.Query())).Value;
        Assert.Equal(2, Assert.Single(groups.Groups).Members.Count);
        Assert.Equal(2, Assert.Single(groups.Leaders).Units.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Whoever_comes_second_is_told_that_somebody_changed_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var opened = (await app.Send(world.Coordinator, new OpenUnit.Query(world.Finance.Id))).Value;

        var first = await app.Send(world.Coordinator, Change(world, world.Finance) with { Version = opened.Version, Aliases = [new Alias("县财局")] });
        var second = await app.Send(world.Coordinator, Change(world, world.Finance) with { Version = opened.Version, Aliases = [] });

        Assert.True(first.IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, second.Refusal?.Kind);
        Assert.Equal("县财局", (await app.Send(world.Leader, new OpenUnit.Query(world.Finance.Id))).Value.Aliases.Single().Name);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_who_change_a_group_or_a_leader_the_second_is_told_and_overwrites_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var group = (await app.Send(world.Coordinator, new SaveGroup.Command(null, world.County.Id, "各单位", [], "", []))).Value;
        var leader = (await app.Send(world.Coordinator, new SaveLeader.Command(null, world.County.Id, "陆承屿", "", null, []))).Value;
        var seen = (await app.Send(world.Coordinator, new ListGroups.Query())).Value;

        SaveGroup.Command members = new(group, world.County.Id, "各单位", [], "", [world.Finance.Id], seen.Groups[0].Version);
        SaveLeader.Command units = new(leader, world.County.Id, "陆承屿", "", null, [world.Finance.Id], Rank: null, seen.Leaders[0].Version);
        Assert.True((await app.Send(world.Coordinator, members)).IsDone);
        Assert.True((await app.Send(world.Coordinator, units)).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, members with { UnitIds = [] })).Refusal?.Kind);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, units with { UnitIds = [] })).Refusal?.Kind);

        var now = (await app.Send(world.Coordinator, new ListGroups.Query())).Value;
        Assert.Equal(world.Finance.Id, Assert.Single(now.Groups[0].Members).Id);
        Assert.Equal(world.Finance.Id, Assert.Single(now.Leaders[0].Units).Id);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Leaders_stand_in_their_order_on_the_page_and_in_a_file_that_changes_nothing_when_it_comes_back(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        foreach (var name in new[] { "韩松岳", "沈砚秋", "郑怀谷" })
            await app.Send(world.Coordinator, new SaveLeader.Command(null, world.County.Id, name, "", null, []));
        var last = (await app.Send(world.Coordinator, new ListGroups.Query())).Value.Leaders[2];
        Assert.Equal(("郑怀谷", 30), (last.Name, last.Rank));
        await app.Send(world.Coordinator, new SaveLeader.Command(last.Id, world.County.Id, "郑怀谷", "县委书记", null, [world.Finance.Id], Rank: 1, last.Version));
        var outOfRange = new SaveLeader.Command(null, world.County.Id, "甲", "", null, [], Rank: -1);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, outOfRange)).Refusal?.Kind);

        string[] order = ["郑怀谷", "韩松岳", "沈砚秋"];
        Assert.Equal(order, (await app.Send(world.Leader, new ListGroups.Query())).Value.Leaders.Select(x => x.Name));
        Assert.Equal(order, (await app.Send(world.Leader, new ListUnits.Query())).Value.Leaders.Select(x => x.Name));
        Assert.Equal(order, (await app.Send(world.Coordinator, new OpenUnit.Query(world.Finance.Id))).Value.Leaders.Select(x => x.Name));
        var exported = (await app.Send(world.Leader, new ExportLeaders.Query(null))).Value;
        Assert.Equal(["郑怀谷", "县委书记", "望湖县", "望湖县财政局", "1"], exported.Rows[1]);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new ExportLeaders.Query(world.County.Id))).Refusal?.Kind);
        foreach (var file in new[] { exported.Csv(), exported.Xlsx() })
        {
            var again = (await app.Send(world.Coordinator, new ImportLeaders.Command(world.County.Id, file))).Value;
            Assert.True(again.ChangesNothing);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_name_of_another_unit_is_refused_with_that_units_name_until_it_has_ended(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var taken = Change(world, world.Finance) with { Aliases = [new Alias("望湖县 司法局")] };

        var clash = await app.Send(world.Coordinator, taken);
        await app.Send(world.Coordinator, Change(world, world.Justice) with { EndedOn = new DateOnly(2026, 5, 31) });
        var overlapping = await app.Send(world.Coordinator, taken);
        var after = await app.Send(world.Coordinator, taken with { Aliases = [new Alias("望湖县司法局", new DateOnly(2026, 6, 1))] });

        Assert.Equal(RefusalKind.NameOfOther, clash.Refusal?.Kind);
        Assert.Equal("望湖县司法局", clash.Refusal!.Arguments[1]);
        Assert.Equal(RefusalKind.NameOfOther, overlapping.Refusal?.Kind);
        Assert.True(after.IsDone);
        var list = (await app.Send(world.Coordinator, new ListUnits.Query())).Value;
        Assert.DoesNotContain(list.Rows, x => x.Id == world.Justice.Id);
        Assert.Equal(world.Justice.Id, Assert.Single((await app.Send(world.Coordinator, new ListUnits.Query(Ended: true))).Value.Rows).Id);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Fields_that_cannot_be_are_refused_by_name(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var good = Change(world, world.Finance);
        (SaveUnit.Command Command, RefusalKind Kind, string Field)[] cases =
        [
            (good with { Name = " " }, RefusalKind.Missing, "名称"),
            (good with { Aliases = [new Alias("甲;乙")] }, RefusalKind.Invalid, "简称"),
            (good with { Aliases = [new Alias("甲", new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1))] }, RefusalKind.Invalid, "简称"),
            (good with { Contacts = [new("", "123", "", false)] }, RefusalKind.Missing, "联系人"),
            (good with { Contacts = [new("甲", "", "没有圈", true)] }, RefusalKind.Invalid, "负责人邮箱"),
            (good with { Contacts = [new("甲", "call me", "", false)] }, RefusalKind.Invalid, "联系电话"),
        ];
        foreach (var (command, kind, field) in cases)
        {
            var refusal = (await app.Send(world.Coordinator, command)).Refusal!;
            Assert.Equal((kind, field), (refusal.Kind, refusal.Arguments[0]));
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_a_unit_that_never_had_a_task_or_a_person_is_deleted(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Laid.Down(app, world);
        var made = (await app.Send(world.Coordinator, Change(world, world.Finance) with { Id = null, Name = "县水利局", Aliases = [new Alias("县水务局")] })).Value;

        Assert.Equal(RefusalKind.InUse, (await app.Send(world.Coordinator, new DeleteUnit.Command(world.Town.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.InUse, (await app.Send(world.Coordinator, new DeleteUnit.Command(world.Finance.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.NeighbourCoordinator, new DeleteUnit.Command(made))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new DeleteUnit.Command(made))).IsDone);
        Assert.False(await app.InStore(db => db.UnitAliases.AnyAsync(x => x.Name == "县水务局")));
        var rows = (await app.Send(world.Leader, new ListUnits.Query())).Value.Rows;
        Assert.Equal(1, rows.Single(x => x.Id == world.Town.Id).OpenTasks);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_coordinator_changes_and_unit_people_see_their_own_unit_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var group = (await app.Send(world.Coordinator, new SaveGroup.Command(null, world.County.Id, "各单位", [], "", []))).Value;
        var leader = (await app.Send(world.Coordinator, new SaveLeader.Command(null, world.County.Id, "陆承屿", "", null, []))).Value;
        foreach (var actor in new[] { world.FinanceReporter, world.DevelopmentHead, world.NeighbourCoordinator, world.Leader, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, Change(world, world.Finance))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new DeleteUnit.Command(world.Finance.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new SaveGroup.Command(null, world.County.Id, "组", [], "", []))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new DeleteGroup.Command(group))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new SaveLeader.Command(null, world.County.Id, "甲", "", null, []))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new DeleteLeader.Command(leader))).Refusal?.Kind);
        }

        foreach (var actor in new[] { world.FinanceReporter, world.NeighbourCoordinator, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new ListUnits.Query(world.County.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new ListGroups.Query(world.County.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new ExportUnits.Query(world.County.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenUnit.Query(world.Development.Id))).Refusal?.Kind);
        }

        var own = (await app.Send(world.FinanceReporter, new OpenUnit.Query(world.Finance.Id))).Value;
        Assert.False(own.MayEdit || own.ReadsRegister);
        Assert.True((await app.Send(world.Leader, new ListUnits.Query())).Value is { MayEdit: false, Total: 4 });
    }

    private static SaveUnit.Command Change(World world, OrgUnit unit) => new(
        unit.Id, world.County.Id, unit.Version, unit.Name, unit.Kind, world.County.Id, 1, null, null,
        [.. unit.Aliases.Select(x => new Alias(x.Name))], [], []);
}
