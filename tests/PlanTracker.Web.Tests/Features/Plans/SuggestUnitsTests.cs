using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Suggestions;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Features.Plans.Suggest;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class SuggestUnitsTests
{
    /// <summary>Key points of a year that name nobody.</summary>
    private const string KeyPoints = """
        望湖县2027年法治政府建设工作要点

        望府发〔2027〕3号

        一、健全制度

        1.继续清理规范性文件。对规范性文件逐件清理，9月30日前公布清理结果。

        2.更新办事指南。把新增高频事项的办事指南编印成册，发放到各镇。

        3.完善联系机制。每月沟通一次情况。

        望湖县人民政府

        2027年1月8日
        """;

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Units_of_earlier_plans_are_suggested_accepted_and_taken_back(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Published(app, world);
        var id = (await app.Import(world, KeyPoints)).Value;
        var before = await app.Draft(world, id);
        Assert.All(before.Tasks, x => Assert.True(x.Content.NamesNobody && x.Content.Units.Count == 0));

        var suggested = (await app.Send(world.Coordinator, new SuggestUnits.Query(id))).Value;

        var clean = suggested[before.Tasks[0].Id];
        Assert.Equal((world.Justice.Id, Role.Lead, SuggestionStrength.Strong), (clean[0].BodyId, clean[0].Role, clean[0].Strength));
        var from = Assert.Single(clean[0].Grounds, x => x.Kind == SpeaksKind.Earlier);
        Assert.Contains("逐件清理", from.Words, StringComparison.Ordinal);
        Assert.Equal("（一）", from.From!.Number);
        Assert.NotNull(from.From.TaskId);
        Assert.Contains(clean, x => x.BodyId == world.Development.Id && x.Role == Role.Cooperating);
        Assert.Empty(suggested[before.Tasks[2].Id]);
        Assert.All((await app.Draft(world, id)).Tasks, x => Assert.Empty(x.Content.Units));

        var entered = await app.Send(world.Coordinator, new AcceptSuggestions.Command(
            id, [.. clean.Select(x => new Acceptance(before.Tasks[0].Id, x.BodyId, x.IsGroup, x.Role))]));
        var again = await app.Send(world.Coordinator, new AcceptSuggestions.Command(id, entered.Value));
        Assert.Empty(again.Value);
        var units = (await app.Draft(world, id)).Tasks[0].Content.Units;
        Assert.Equal(clean.Count, units.Count);
        Assert.Equal(("望湖县司法局", "Suggested", Role.Lead), (units[0].Name, units[0].Match, units[0].Role));

        await app.Send(world.Coordinator, new TakeBackSuggestions.Command(id, entered.Value));
        Assert.Empty((await app.Draft(world, id)).Tasks[0].Content.Units);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_neighbour_s_plan_is_never_read_and_his_coordinator_gets_and_enters_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Published(app, world);
        await app.InStore(async db =>
        {
            db.Add(new OrgUnit { Id = app.Clock.NewId(), JurisdictionId = world.Neighbour.Id, Name = "邻川县档案馆", Kind = OrgUnitKind.GovernmentDepartment });
            return await db.SaveChangesAsync();
        });
        var ours = (await app.Import(world, KeyPoints)).Value;
        var theirs = (await app.Send(world.NeighbourCoordinator, new Web.Features.Plans.Import.ImportDocument.Command(
            world.Neighbour.Id, "要点.txt", System.Text.Encoding.UTF8.GetBytes(KeyPoints)))).Value;

        var found = (await app.Send(world.NeighbourCoordinator, new SuggestUnits.Query(theirs))).Value;

        Assert.DoesNotContain(found.Values.SelectMany(x => x).SelectMany(x => x.Grounds), x => x.Kind == SpeaksKind.Earlier);
        Assert.DoesNotContain(found.Values.SelectMany(x => x), x => x.BodyId == world.Justice.Id);
        var task = (await app.Draft(world, ours)).Tasks[0].Id;
        foreach (var wrong in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.Leader })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(wrong, new SuggestUnits.Query(ours))).Refusal!.Kind);
            Assert.Equal(
                RefusalKind.NotFound,
                (await app.Send(wrong, new AcceptSuggestions.Command(ours, [new(task, world.Justice.Id, false, Role.Lead)]))).Refusal!.Kind);
            Assert.Equal(
                RefusalKind.NotFound,
                (await app.Send(wrong, new TakeBackSuggestions.Command(ours, [new(task, world.Justice.Id, false, Role.Lead)]))).Refusal!.Kind);
        }

        // Nor may a unit of another register be slipped in.
        var foreign = await app.InStore(db => db.OrgUnits.Where(x => x.JurisdictionId == world.Neighbour.Id).Select(x => x.Id).SingleAsync());
        var slipped = await app.Send(world.Coordinator, new AcceptSuggestions.Command(ours, [new(task, foreign, false, Role.Lead)]));
        Assert.Equal(RefusalKind.Invalid, slipped.Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_plan_of_the_city_speaks_for_the_county_s_unit_of_the_same_duty_and_is_not_linked(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var city = await City(app, world);
        var plan = await app.Send(city, new Web.Features.Plans.Import.ImportDocument.Command(
            city.HomeId!.Value, "市方案.txt", System.Text.Encoding.UTF8.GetBytes(SamplePlan.Words
                .Replace("望湖县", "安江市", StringComparison.Ordinal).Replace("县司法局", "市司法局", StringComparison.Ordinal)
                .Replace("县发改局", "市发展改革委", StringComparison.Ordinal).Replace("（责任单位：县发展和改革局、财政局）", "（责任单位：市发展改革委）", StringComparison.Ordinal)
                .Replace("、县湖泊保护中心", "", StringComparison.Ordinal))));
        var preview = await app.Send(city, new Web.Features.Plans.Publish.PreviewPublish.Query(plan.Value));
        Assert.Empty(preview.Value.Hindrances);
        Assert.True((await app.Send(city, new Web.Features.Plans.Publish.PublishDraft.Command(plan.Value, preview.Value.Proposed))).IsDone);
        var id = (await app.Import(world, KeyPoints)).Value;

        var found = (await app.Send(world.Coordinator, new SuggestUnits.Query(id))).Value;

        var first = found[(await app.Draft(world, id)).Tasks[0].Id];
        Assert.Equal(world.Justice.Id, first[0].BodyId);
        Assert.Contains(first, x => x.BodyId == world.Development.Id);
        var own = await app.InStore(db => db.OrgUnits.Where(x => x.JurisdictionId == world.County.Id).Select(x => x.Id).ToListAsync());
        Assert.All(found.Values.SelectMany(x => x), x => Assert.Contains(x.BodyId, own));
        Assert.All(found.Values.SelectMany(x => x).SelectMany(x => x.Grounds).Where(x => x.Kind == SpeaksKind.Earlier), x => Assert.Null(x.From!.TaskId));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_that_ended_is_followed_by_the_one_that_took_over_its_duties(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var old = app.Clock.NewId();
        var heir = app.Clock.NewId();
        await app.InStore(async db =>
        {
            db.Add(new OrgUnit { Id = old, JurisdictionId = world.County.Id, Name = "望湖县乡村振兴局", Kind = OrgUnitKind.GovernmentDepartment });
            return await db.SaveChangesAsync();
        });
        await Published(app, world, SamplePlan.Words.Replace("县司法局；配合", "县乡村振兴局；配合", StringComparison.Ordinal));
        await app.InStore(async db =>
        {
            db.Add(new OrgUnit { Id = heir, JurisdictionId = world.County.Id, Name = "望湖县农业农村局", Kind = OrgUnitKind.GovernmentDepartment });
            return await db.SaveChangesAsync() + await db.OrgUnits.Where(x => x.Id == old)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.EndedOn, app.Clock.Today));
        });
        var id = (await app.Import(world, KeyPoints)).Value;

        var found = (await app.Send(world.Coordinator, new SuggestUnits.Query(id))).Value;

        Assert.DoesNotContain(found.Values.SelectMany(x => x), x => x.BodyId == old);
        Assert.Equal(heir, found[(await app.Draft(world, id)).Tasks[0].Id][0].BodyId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_was_called_off_speaks_no_more_and_neither_does_a_task_that_was_called_off(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Published(app, world);
        var id = (await app.Import(world, KeyPoints)).Value;
        var first = (await app.Draft(world, id)).Tasks[0].Id;
        Assert.Contains((await Suggested()).SelectMany(x => x.Grounds), x => x.Kind == SpeaksKind.Earlier);

        await CallOff(world.Development);
        var without = await Suggested();
        Assert.Equal(world.Justice.Id, without[0].BodyId);
        Assert.DoesNotContain(without, x => x.BodyId == world.Development.Id);

        await CallOff(world.Justice);
        Assert.DoesNotContain((await Suggested()).SelectMany(x => x.Grounds), x => x.Kind == SpeaksKind.Earlier && x.From!.Number == "（一）");

        async Task<IReadOnlyList<SuggestUnits.Suggestion>> Suggested() => (await app.Send(world.Coordinator, new SuggestUnits.Query(id))).Value[first];

        async Task CallOff(OrgUnit unit)
        {
            var run = await app.InStore(db => db.Occurrences.Where(x => x.PlanTask.Number == "（一）" && x.OrgUnitId == unit.Id).Select(x => x.Id).SingleAsync());
            await app.Take(world.Coordinator, run, Step.Cancel, new StepEntry("县政府常务会议决定终止。"));
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_another_node_publishes_speaks_at_once_and_what_it_withdraws_speaks_no_more(Database database)
    {
        await using var app = await TestApp.Start(database);
        await using var other = app.Beside();
        var world = await World.Found(app);
        var id = (await app.Import(world, KeyPoints)).Value;
        var first = (await app.Draft(world, id)).Tasks[0].Id;
        Assert.DoesNotContain(await Earlier(), x => x.Number == "（一）");

        await Published(other, world);
        Assert.Contains(await Earlier(), x => x.Number == "（一）");

        // The amendment changes nothing but this one task.
        var plan = await app.InStore(db => db.Plans.Select(x => x.Id).SingleAsync());
        var without = SamplePlan.Words.Replace(
            "（一）清理规范性文件。对现行有效的规范性文件逐件清理，2026年9月30日前公布清理结果。（牵头单位：县司法局；配合单位：县发改局）", "", StringComparison.Ordinal);
        Assert.True((await other.PublishAmendment(world, await other.Amended(world, plan, without))).IsDone);
        Assert.NotNull((await app.Task("清理规范性文件")).WithdrawnOn);
        Assert.DoesNotContain(await Earlier(), x => x.Number == "（一）");

        async Task<IEnumerable<SuggestUnits.EarlierPlace>> Earlier() =>
            (await app.Send(world.Coordinator, new SuggestUnits.Query(id))).Value[first].SelectMany(x => x.Grounds).Select(x => x.From).OfType<SuggestUnits.EarlierPlace>();
    }

    private static async Task Published(TestApp app, World world, string words = SamplePlan.Words)
    {
        var id = (await app.Import(world, words)).Value;
        await app.Send(world.Coordinator, new LinkName.Command(id, "县湖泊保护中心", null, "望湖县湖泊保护中心"));
        var published = await app.Publish(world, id);
        Assert.True(published.IsDone, published.Refusal?.ToString());
    }

    private static async Task<Actor> City(TestApp app, World world)
    {
        var city = app.Clock.NewId();
        await app.InStore(async db =>
        {
            db.Add(new Jurisdiction { Id = city, Name = "安江市", Level = JurisdictionLevel.City, Path = $"{city}/" });
            db.Add(new OrgUnit { Id = app.Clock.NewId(), JurisdictionId = city, Name = "安江市司法局", Kind = OrgUnitKind.GovernmentDepartment });
            db.Add(new OrgUnit { Id = app.Clock.NewId(), JurisdictionId = city, Name = "安江市发展和改革委员会", Kind = OrgUnitKind.GovernmentDepartment });
            await db.SaveChangesAsync();
            return await db.Jurisdictions.Where(x => x.Id == world.County.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.ParentId, city).SetProperty(x => x.Path, $"{city}/{world.County.Id}/"));
        });
        return new Actor(app.Clock.NewId(), "市统筹员", [new Held(Function.Coordinator, city, $"{city}/", null)]);
    }
}
