using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class ReviewTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_people_at_one_task_the_second_is_told_and_overwrites_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        var task = (await app.Draft(world, id)).Tasks[0];

        var first = await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task with { Title = "清理文件" }));
        var second = await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task with { Number = "1" }));
        var other = await app.Send(world.Coordinator, new EditTask.Command(task.Id, first.Value.Version, first.Value with { Number = "1" }));

        Assert.Equal(RefusalKind.ChangedMeanwhile, second.Refusal!.Kind);
        Assert.Equal([new TaskDifference(TaskPart.Title, "清理规范性文件", "清理文件")], TaskDifference.Between(task, first.Value));
        Assert.Equal(("1", "清理文件"), (other.Value.Number, other.Value.Title));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Tasks_are_split_merged_added_moved_deleted_and_numbered_anew(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        var task = (await app.Draft(world, id)).Tasks[1] with { Body = "编制办事指南。把指南编印成册。发放到各镇。" };
        task = (await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task))).Value;

        var split = await app.Send(world.Coordinator, new SplitTask.Command(task.Id, task.Version, TaskCutting.Places(task.Body)[1]));
        var after = await app.Draft(world, id);
        Assert.Equal(5, after.Tasks.Count);
        Assert.Equal([0, 1, 2, 3, 4], after.Tasks.Select(x => x.Position));
        Assert.Equal((split.Value, "发放到各镇"), (after.Tasks[2].Id, after.Tasks[2].Title));
        Assert.Equal(after.Tasks[1].Content.Units.Count, after.Tasks[2].Content.Units.Count);

        await app.Send(world.Coordinator, new MergeTasks.Command(task.Id, after.Tasks[1].Version));
        var added = await app.Send(world.Coordinator, new AddTask.Command(id, task.Id, "手工添加的任务"));
        after = await app.Draft(world, id);
        Assert.Equal(added.Value, after.Tasks[2].Id);
        await app.Send(world.Coordinator, new MoveTask.Command(added.Value, after.Tasks[2].Version, Up: true));
        await app.Send(world.Coordinator, new RenumberTasks.Command(id));
        after = await app.Draft(world, id);
        Assert.Equal(added.Value, after.Tasks[1].Id);
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], after.Tasks.Select(x => x.Number));
        await app.Send(world.Coordinator, new DeleteTask.Command(added.Value, after.Tasks[1].Version));
        Assert.Equal(4, (await app.Draft(world, id)).Tasks.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_name_that_is_linked_is_known_everywhere_and_next_time(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;

        var linked = await app.Send(world.Coordinator, new LinkName.Command(id, "县湖泊保护中心", null, "望湖县湖泊保护中心"));

        Assert.Equal(1, linked.Value);
        Assert.DoesNotContain((await app.Draft(world, id)).Tasks.SelectMany(x => x.Content.Units), x => x.OrgUnitId is null);
        var again = await app.Draft(world, (await app.Import(world, SamplePlan.Words.Replace("8号", "9号", StringComparison.Ordinal))).Value);
        Assert.DoesNotContain(again.Tasks.SelectMany(x => x.Content.Units), x => x.OrgUnitId is null);
        var taken = await app.Send(world.Coordinator, new LinkName.Command(id, "甲", null, "望湖县财政局", OrgUnitKind.Town));
        Assert.Equal(RefusalKind.NameTaken, taken.Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_usual_short_form_is_linked_with_its_reason_and_a_likely_name_only_proposed(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var words = SamplePlan.Words.Replace("县湖泊保护中心", "县财税局、县发展改革委", StringComparison.Ordinal)
            .Replace("县发展和改革局、财政局", "县发展与改革局、财政局", StringComparison.Ordinal);

        var draft = await app.Draft(world, (await app.Import(world, words)).Value);

        var units = draft.Tasks.SelectMany(x => x.Content.Units).ToList();
        Assert.Contains(units, x => x is { Name: "县发展与改革局", Match: "ShortForm" or "Reordered" } && x.OrgUnitId == world.Development.Id);
        Assert.Contains(units, x => x is { Name: "财政局", Match: "Inherited" } && x.OrgUnitId == world.Finance.Id);
        var committee = Assert.Single(units, x => x.Name == "县发展改革委");
        Assert.Null(committee.OrgUnitId);
        Assert.Equal([new ProposedUnit(world.Development.Id, DoubtReason.OtherEnding)], committee.Proposed!);
        Assert.Null(Assert.Single(units, x => x.Name == "县财税局").OrgUnitId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_collective_is_linked_to_a_group_and_published_by_its_members(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var words = SamplePlan.Words.Replace("县湖泊保护中心", "各镇人民政府", StringComparison.Ordinal);
        var id = (await app.Import(world, words)).Value;
        Assert.Single((await app.Draft(world, id)).Tasks[2].Content.Collectives);

        var linked = await app.Send(world.Coordinator, new LinkGroup.Command(id, "各镇人民政府", null, [world.Town.Id]));
        var plan = await app.Publish(world, id);

        Assert.Equal(1, linked.Value);
        Assert.True(plan.IsDone, plan.Refusal?.Kind.ToString());
        var task = await app.InStore(db => db.PlanTasks.Include(x => x.Assignments).SingleAsync(x => x.Position == 2));
        Assert.Equal((Sharing.Each, "各镇人民政府"), (task.Sharing, task.Collectives));
        Assert.Contains(task.Assignments, x => x.OrgUnitId == world.Town.Id && x.PrintedName == "各镇人民政府");
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_name_read_as_one_unit_may_be_linked_to_a_group(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;

        await app.Send(world.Coordinator, new LinkGroup.Command(id, "县湖泊保护中心", null, [world.Town.Id, world.Finance.Id]));

        var content = (await app.Draft(world, id)).Tasks[2].Content;
        Assert.DoesNotContain(content.Units, x => x.Name == "县湖泊保护中心");
        Assert.NotNull(Assert.Single(content.Collectives).UnitGroupId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Leads_and_deadlines_are_confirmed_all_at_once(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;

        await app.Send(world.Coordinator, new ConfirmAll.Command(id, Confirmation.Leads));
        await app.Send(world.Coordinator, new ConfirmAll.Command(id, Confirmation.Deadlines));

        var open = (await app.Draft(world, id)).Tasks.SelectMany(x => ReviewDoubts.Of(x.Content));
        Assert.Equal([ReviewDoubtKind.UnknownUnit], open.Select(x => x.Kind));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_else_edits_the_draft_and_nobody_a_closed_one(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        var draft = await app.Draft(world, id);
        var task = draft.Tasks[0];
        foreach (var actor in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.Leader })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenDraft.Query(id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new EditTask.Command(task.Id, task.Version, task))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new EditDraft.Command(id, draft.Version, draft.Fields))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new SplitTask.Command(task.Id, task.Version, 2))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new MergeTasks.Command(task.Id, task.Version))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new DeleteTask.Command(task.Id, task.Version))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new TakeBack.Command(id, task.Id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new LetGo.Command(id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new MoveTask.Command(task.Id, task.Version, true))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new AddTask.Command(id, null, "甲"))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new RenumberTasks.Command(id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new ConfirmAll.Command(id, Confirmation.Leads))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new LinkName.Command(id, "甲", world.Town.Id))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new LinkGroup.Command(id, "甲", null, [world.Town.Id]))).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new DiscardDraft.Command(id))).Refusal!.Kind);
        }

        Assert.True((await app.Send(world.Coordinator, new DiscardDraft.Command(id))).IsDone);
        Assert.Equal(RefusalKind.DraftIsClosed, (await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task))).Refusal!.Kind);
        Assert.NotEqual(id, (await app.Import(world)).Value);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_of_another_county_cannot_be_put_on_a_task(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var task = (await app.Draft(world, (await app.Import(world)).Value)).Tasks[0];
        var strange = new OrgUnit { Id = app.Clock.NewId(), JurisdictionId = world.Neighbour.Id, Name = "邻川县司法局" };
        await app.InStore(db =>
        {
            db.OrgUnits.Add(strange);
            return db.SaveChangesAsync();
        });

        var refused = await app.Send(world.Coordinator, new EditTask.Command(task.Id, task.Version, task with
        {
            Content = task.Content with { Units = [new DraftUnit("邻川县司法局", Role.Lead, null, null, strange.Id)] },
        }));

        Assert.Equal(RefusalKind.Invalid, refused.Refusal!.Kind);
    }
}
