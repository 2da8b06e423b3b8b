using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Registers;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Units;

public sealed class ImportUnitsTests
{
    private const string Heads = "名称,类别,地区,简称(分号分隔),单位组(分号分隔),联系人,联系电话,邮箱,负责人,负责人电话,负责人邮箱,分管领导,排序\n";

    [Fact]
    public async Task A_workbook_that_is_marked_secret_or_is_none_is_refused_and_the_form_lives_on()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var secret = SheetWriter.Write(new Sheet("名录", ["机密★10年"], [new SheetColumn("名称", 20), new SheetColumn("类别", 20)], [["望湖县某局", "政府部门"]]));
        byte[] broken = [.. "PK"u8, 3, 4, .. Encoding.UTF8.GetBytes("名称,类别")];

        Assert.Equal(RefusalKind.FileMarkedSecret, (await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, secret))).Refusal?.Kind);
        Assert.Equal(RefusalKind.UnreadableFile, (await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, broken))).Refusal?.Kind);
        Assert.Equal(4, await app.InStore(db => db.OrgUnits.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_file_adds_units_with_all_that_belongs_to_them(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await app.InStore(db =>
        {
            var id = app.Clock.NewId();
            db.Add(new Jurisdiction { Id = id, ParentId = world.County.Id, Name = "柳堤镇", Level = JurisdictionLevel.Town, Path = $"{world.County.Path}{id}/" });
            return db.SaveChangesAsync();
        });
        var file = Heads
            + "县水利局,政府部门,望湖县,水利局;县水务局@..2019-03-01,县级有关部门;普法责任单位,彭竹青,0000-68801411,shuili@example.test,朱立言,0000-68801401,,宋予安,140\n"
            + "柳堤镇敬老院,乡镇,柳堤镇,,,,,,,,,,\n";

        var report = (await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, Bytes(file)))).Value;

        Assert.Equal(2, report.Count(RowResult.Added));
        var water = await Unit(app, "县水利局");
        Assert.Equal(OrgUnitKind.GovernmentDepartment, water.Kind);
        Assert.Equal(140, water.Position);
        Assert.Equal("宋予安", water.SupervisingLeader?.Name);
        Assert.Equal(new DateOnly(2019, 3, 1), water.Aliases.Single(x => x.Name == "县水务局").ValidTo);
        Assert.Equal(["县级有关部门", "普法责任单位"], water.Groups.Select(x => x.UnitGroup.Name).Order(StringComparer.Ordinal));
        Assert.Equal("朱立言", water.Contacts.Single(x => x.IsHead).Name);
        Assert.Equal("柳堤镇", (await Unit(app, "柳堤镇敬老院")).Jurisdiction.Name);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_preview_says_row_by_row_what_would_happen_and_writes_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var file = Heads
            + "望湖县财政局,政府部门,望湖县,县财政局;财政局,,,,,,,,,\n"
            + "县水利局,政府部门,望湖县,县发改局,,,,,,,,,\n"
            + "县林业局,没有这一类,望湖县,,,,,,,,,,\n"
            + "县畜牧局,政府部门,外县,,,,,,,,,,\n"
            + "望湖县司法局,政府部门,望湖县,县司法局,,,,,,,,,0\n";

        var report = (await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, Bytes(file), DryRun: true))).Value;

        Assert.False(report.IsApplied);
        Assert.Equal(
            [RowResult.Changed, RowResult.Refused, RowResult.Refused, RowResult.Refused, RowResult.Unchanged], report.Rows.Select(x => x.Result));
        Assert.Equal([new FieldChange("简称", "县财政局", "县财政局;财政局")], report.Rows[0].Changes);
        Assert.Equal(new Refusal(RefusalKind.NameOfOther, "县发改局", "望湖县发展和改革局").Arguments, report.Rows[1].Refusal!.Arguments);
        Assert.Equal(RefusalKind.Invalid, report.Rows[2].Refusal!.Kind);
        Assert.Equal(RefusalKind.NotRegistered, report.Rows[3].Refusal!.Kind);
        Assert.Equal(4, report.Rows[2].Line);
        Assert.Single((await Unit(app, "望湖县财政局")).Aliases);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_changed_alias_counts_as_a_change_of_its_unit(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var before = (await Unit(app, "望湖县财政局")).Version;

        await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, Bytes("名称,简称\n望湖县财政局,县财局\n")));

        var finance = await Unit(app, "望湖县财政局");
        Assert.Equal("县财局", finance.Aliases.Single().Name);
        Assert.Equal(before + 1, finance.Version);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_coordinator_of_the_place_imports(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        Actor[] others = [world.FinanceReporter, world.DevelopmentHead, world.NeighbourCoordinator, world.Leader, world.SystemAdministrator];
        foreach (var actor in others)
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ImportUnits.Command(world.County.Id, Bytes(Heads)))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ImportGroups.Command(world.County.Id, Bytes(Heads)))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ImportLeaders.Command(world.County.Id, Bytes(Heads)))).Refusal!.Kind);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Groups_and_leaders_are_imported_by_name(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await app.Send(world.Coordinator, new ImportUnits.Command(world.County.Id, Bytes("名称,单位组,分管领导\n望湖县财政局,普法责任单位,陆承屿\n")));

        var groups = (await app.Send(Actor.System, new ImportGroups.Command(
            world.County.Id, Bytes("名称,别名(分号分隔),说明\n普法责任单位,各普法责任单位,清单\n县级有关部门,各普法责任单位,\n")))).Value;
        var leaders = (await app.Send(Actor.System, new ImportLeaders.Command(
            world.County.Id, Bytes("姓名,职务,地区,分管单位(分号分隔)\n陆承屿,常务副县长,望湖县,望湖县发展和改革局\n郑怀谷,县委书记,望湖县,没有的局\n")))).Value;

        Assert.Equal([RowResult.Changed, RowResult.Refused], groups.Rows.Select(x => x.Result));
        Assert.Equal([RowResult.Changed, RowResult.Refused], leaders.Rows.Select(x => x.Result));
        Assert.Equal(new Refusal(RefusalKind.NotRegistered, "分管单位", "没有的局").Arguments, leaders.Rows[1].Refusal!.Arguments);
        Assert.Equal("常务副县长", (await Unit(app, "望湖县发展和改革局")).SupervisingLeader?.Position);
        Assert.Equal(1, await app.InStore(db => db.SupervisingLeaders.CountAsync()));
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<OrgUnit> Unit(TestApp app, string name) => app.InStore(db => db.OrgUnits.AsNoTracking()
        .Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups).ThenInclude(x => x.UnitGroup).Include(x => x.SupervisingLeader)
        .Include(x => x.Jurisdiction).SingleAsync(x => x.Name == name));
}
