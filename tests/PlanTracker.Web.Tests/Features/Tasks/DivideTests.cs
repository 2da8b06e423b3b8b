using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Features.Tasks.Mine;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class DivideTests
{
    private static readonly DateOnly Inner = new(2026, 6, 25);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_given_to_a_person_of_the_unit_stands_first_with_him_and_is_seen_by_unit_and_office_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);

        Assert.True((await Give(app, world, laid)).IsDone);

        var mine = await app.Send(world.DevelopmentReporter, new MyTasks.Query(MyTasks.Group.Mine));
        Assert.Equal(("法规股", Inner, true), mine.Rows.Single().Given.Select(x => (x.Office, x.DueOn!.Value, x.IsMine)).Single());
        var head = await app.Send(world.DevelopmentHead, new MyTasks.Query(MyTasks.Group.Open));
        Assert.Equal((0, "发改经办", false), (head.Counts[MyTasks.Group.Mine], head.Rows.Single().Given.Single().Person, head.Rows.Single().Given.Single().IsMine));
        foreach (var (actor, sees) in new[] { (world.DevelopmentHead, 1), (world.Coordinator, 1), (world.Leader, 1), (world.FinanceReporter, 0) })
        {
            var part = (await app.Send(actor, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id);
            Assert.Equal(sees, part.Life.Divisions.Count);
            Assert.Equal(actor == world.DevelopmentHead ? ["法规股"] : [], part.Life.Offices);
            Assert.Equal(actor == world.DevelopmentHead, part.Acts.Any(x => x.Step == Step.Divide));
        }

        Assert.Contains(await app.InStore(db => db.Notices.AsNoTracking().ToListAsync()), x => x.AccountId == world.DevelopmentReporter.AccountId && x.Kind == nameof(NoticeKind.Divided));
        var step = await app.InStore(db => db.OccurrenceSteps.AsNoTracking().SingleAsync());
        Assert.Equal((Step.Divide, OccurrenceState.InProgress, OccurrenceState.InProgress, "五日前拿出清单"), (step.Step, step.From, step.To, step.Words));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_unit_itself_divides_within_its_deadline_and_to_its_own_people(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = laid.Lead.Id;

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new DivideTask.Command(id, "法规股", null, "", null))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Coordinator, new DivideTask.Command(id, "法规股", null, "", null))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.DevelopmentHead, new DivideTask.Command(id, " ", null, "", null))).Refusal?.Kind);
        Assert.Equal(RefusalKind.BehindDeadline, (await app.Send(world.DevelopmentHead, new DivideTask.Command(id, "法规股", null, "", new DateOnly(2026, 7, 1)))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.DevelopmentHead, new DivideTask.Command(id, "法规股", null, "", new DateOnly(2026, 6, 14)))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.DevelopmentHead, new DivideTask.Command(id, "", world.FinanceReporter.AccountId, "", null))).Refusal?.Kind);
        Assert.Equal(0, await app.InStore(db => db.Divisions.CountAsync()) + await app.InStore(db => db.OccurrenceSteps.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_given_is_taken_back_by_the_unit_and_falls_away_when_another_unit_takes_over(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var first = await Give(app, world, laid);
        await Give(app, world, laid);

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new EndDivision.Command(first.Value))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new EndDivision.Command(first.Value))).Refusal?.Kind);
        Assert.True((await app.Send(world.DevelopmentReporter, new EndDivision.Command(first.Value))).IsDone);
        Assert.Equal(RefusalKind.NothingWaits, (await app.Send(world.DevelopmentReporter, new EndDivision.Command(first.Value))).Refusal?.Kind);
        Assert.Single((await app.Send(world.DevelopmentReporter, new MyTasks.Query(MyTasks.Group.Mine))).Rows.Single().Given);

        await app.Send(world.Coordinator, new Reassign.Command(laid.Lead.Id, world.Town.Id, "职责划转"));
        var story = (await app.Send(world.Coordinator, new TaskStory.Query(laid.Joint.Id))).Value;
        Assert.All(story.Parts, x => Assert.Empty(x.Life.Divisions));
    }

    private static Task<Outcome<Guid>> Give(TestApp app, World world, Laid laid) =>
        app.Send(world.DevelopmentHead, new DivideTask.Command(laid.Lead.Id, "法规股", world.DevelopmentReporter.AccountId, "五日前拿出清单", Inner));
}
