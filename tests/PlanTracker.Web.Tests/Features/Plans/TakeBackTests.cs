using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class TakeBackTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_deleted_task_comes_back_to_its_place_with_all_it_held(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        var before = await app.Draft(world, id);

        await Delete(app, world, id, 1);
        await Delete(app, world, id, 0);
        await app.Send(world.Coordinator, new RenumberTasks.Command(id));
        var offered = (await app.Draft(world, id)).Undoable!;
        Assert.Equal((CutKind.Deleted, before.Tasks[0].Title), (offered.Kind, offered.Title));
        Assert.Equal(before.Tasks[0].Id, (await app.Send(world.Coordinator, new TakeBack.Command(id, offered.CutId))).Value);
        await app.Send(world.Coordinator, new TakeBack.Command(id, (await app.Draft(world, id)).Undoable!.CutId));

        var after = await app.Draft(world, id);
        Assert.Null(after.Undoable);
        Assert.Equal(before.Tasks.Select(x => x.Id), after.Tasks.Select(x => x.Id));
        Assert.Equal(before.Tasks[1].Content.Units, after.Tasks[1].Content.Units);
        Assert.Equal(before.Tasks[1] with { Content = after.Tasks[1].Content, Position = 0, Version = 0 }, after.Tasks[1] with { Position = 0, Version = 0 });
        var twice = await app.Send(world.Coordinator, new TakeBack.Command(id, offered.CutId));
        Assert.Equal(RefusalKind.ChangedMeanwhile, twice.Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Merging_and_splitting_are_taken_back_unless_somebody_went_on_editing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        var before = await app.Draft(world, id);

        await app.Send(world.Coordinator, new MergeTasks.Command(before.Tasks[1].Id, before.Tasks[1].Version));
        await app.Send(world.Coordinator, new TakeBack.Command(id, (await app.Draft(world, id)).Undoable!.CutId));
        var parted = await app.Draft(world, id);
        Assert.Equal(before.Tasks.Select(x => (x.Id, x.Title, x.Body, x.SpanEnd)), parted.Tasks.Select(x => (x.Id, x.Title, x.Body, x.SpanEnd)));

        var places = TaskCutting.Places(parted.Tasks[0].Body + "再报告结果。");
        var longer = parted.Tasks[0] with { Body = parted.Tasks[0].Body + "再报告结果。" };
        longer = (await app.Send(world.Coordinator, new EditTask.Command(longer.Id, longer.Version, longer))).Value;
        await app.Send(world.Coordinator, new SplitTask.Command(longer.Id, longer.Version, places[^1]));
        Assert.Equal(5, (await app.Draft(world, id)).Tasks.Count);
        await app.Send(world.Coordinator, new TakeBack.Command(id, (await app.Draft(world, id)).Undoable!.CutId));
        var whole = await app.Draft(world, id);
        Assert.Equal((4, longer.Body), (whole.Tasks.Count, whole.Tasks[0].Body));

        await app.Send(world.Coordinator, new SplitTask.Command(longer.Id, whole.Tasks[0].Version, places[^1]));
        var cut = (await app.Draft(world, id)).Undoable!.CutId;
        var half = (await app.Draft(world, id)).Tasks[1];
        await app.Send(world.Coordinator, new EditTask.Command(half.Id, half.Version, half with { Title = "改过的标题" }));
        Assert.Null((await app.Draft(world, id)).Undoable);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, new TakeBack.Command(id, cut))).Refusal!.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_deleted_is_not_published_and_may_be_let_go(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = (await app.Import(world)).Value;
        await app.Send(world.Coordinator, new LinkName.Command(id, "县湖泊保护中心", null, "望湖县湖泊保护中心"));
        await Delete(app, world, id, 3);

        await app.Send(world.Coordinator, new LetGo.Command(id));
        Assert.Null((await app.Draft(world, id)).Undoable);
        await Delete(app, world, id, 0);
        var plan = await app.Publish(world, id);

        Assert.True(plan.IsDone, plan.Refusal?.Kind.ToString());
        Assert.Equal(2, await app.InStore(db => db.PlanTasks.CountAsync()));
    }

    private static async Task Delete(TestApp app, World world, Guid draft, int index)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var task = (await app.Draft(world, draft)).Tasks[index];
        Assert.True((await app.Send(world.Coordinator, new DeleteTask.Command(task.Id, task.Version))).IsDone);
    }
}
