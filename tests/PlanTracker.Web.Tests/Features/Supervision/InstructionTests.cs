using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Supervision.Instruct;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Supervision;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Supervision;

public sealed class InstructionTests
{
    private static readonly EvidenceFile Letter = new("答复函.pdf", "%PDF-1.7 answer"u8.ToArray());

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_instruction_is_answered_returned_answered_again_and_passed_on_to_the_leader(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = (await app.Send(world.Leader, Words(app, laid))).Value;
        var part = Assert.Single((await app.Send(world.DevelopmentReporter, new ReadInstruction.Query(id))).Value.Units);
        Assert.True(part is { MayAnswer: true, IsEntered: false, MayDecide: false });
        Assert.Equal(1, (await app.Send(world.DevelopmentReporter, new CountFollowUps.Query(OwnUnits: true))).Instructions.WithUnit);

        Assert.True((await app.Send(world.DevelopmentReporter, new AnswerInstruction.Command(part.Id, new AnswerEntry("已对接，下周公布。", [Letter])))).IsDone);
        Assert.Equal(RefusalKind.AnsweredAlready, (await app.Send(world.DevelopmentReporter, new AnswerInstruction.Command(part.Id, new AnswerEntry("再答", [])))).Refusal?.Kind);
        Assert.Equal(1, (await app.Send(world.Coordinator, new CountFollowUps.Query())).Instructions.ToCheck);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new DecideInstructionAnswer.Command(part.Id, PassOn: false))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new DecideInstructionAnswer.Command(part.Id, PassOn: false, "请写明日期"))).IsDone);
        Assert.Equal(1, (await app.Send(world.Coordinator, new CountFollowUps.Query())).Instructions.WithUnit);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await app.Send(world.DevelopmentReporter, new AnswerInstruction.Command(part.Id, new AnswerEntry("6月22日公布。", [])))).IsDone);
        Assert.True((await app.Send(world.Coordinator, new DecideInstructionAnswer.Command(part.Id, PassOn: true))).IsDone);

        var seen = (await app.Send(world.Leader, new ReadInstruction.Query(id))).Value;
        Assert.Equal((AnswerState.Settled, app.Today), (seen.Units[0].State, seen.Units[0].SettledOn));
        Assert.Equal(["6月22日公布。", "已对接，下周公布。"], seen.Units[0].Answers.Select(x => x.Words));
        Assert.Equal("请写明日期", seen.Units[0].Answers[1].Reason);
        var file = Assert.Single(seen.Units[0].Answers[1].Files);
        Assert.True((await app.Send(world.Leader, new OpenEvidence.Query(file.Id))).IsDone);
        var told = await app.InStore(db => db.Notices.Where(x => x.AccountId == world.Leader.AccountId).Select(x => x.Kind).ToListAsync());
        Assert.Equal([nameof(NoticeKind.AnswerPassedOn)], told);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_wrong_unit_and_the_neighbour_neither_answer_nor_decide_nor_instruct(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        foreach (var stranger in new[] { world.FinanceReporter, world.NeighbourCoordinator, world.SystemAdministrator })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, Words(app, laid))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentHead, Words(app, laid))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, Words(app, laid))).Refusal?.Kind);

        var id = (await app.Send(world.Leader, Words(app, laid))).Value;
        var part = (await app.Send(world.Coordinator, new ReadInstruction.Query(id))).Value.Units[0];
        foreach (var stranger in new[] { world.FinanceReporter, world.NeighbourCoordinator, world.Leader })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new AnswerInstruction.Command(part.Id, new AnswerEntry("代答", [])))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new DecideInstructionAnswer.Command(part.Id, PassOn: true))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new ReadInstruction.Query(id))).Refusal?.Kind);
        Assert.True((await app.Send(world.NeighbourCoordinator, new CountFollowUps.Query())).IsEmpty);
        Assert.Equal(0, (await app.Send(world.FinanceReporter, new ListInstructions.Query(FollowUpFilter.All))).Total);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new AnswerInstruction.Command(part.Id, new AnswerEntry("电话答复", [])))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new AnswerInstruction.Command(part.Id, new AnswerEntry("电话答复", [], EntrySource.Telephone, app.Today)))).IsDone);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentReporter, new DecideInstructionAnswer.Command(part.Id, PassOn: true))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_a_leader_wrote_on_paper_keeps_his_name_its_day_and_its_scan_and_every_count_is_its_list(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var leader = new SupervisingLeader { Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Name = "陆承屿", AccountId = world.Leader.AccountId };
        await app.InStore(db =>
        {
            db.Add(leader);
            return db.SaveChangesAsync();
        });
        var given = await app.Send(world.Coordinator, Words(app, laid) with
        {
            OccurrenceIds = [laid.Lead.Id, laid.Cooperating.Id], LeaderId = leader.Id, Source = EntrySource.Paper, On = app.Today.AddDays(-3), AnswerBy = app.Today.AddDays(-1),
            Scans = [Letter],
        });
        Assert.True(given.IsDone);
        var read = (await app.Send(world.Leader, new ReadInstruction.Query(given.Value))).Value;
        Assert.Equal(("陆承屿", app.Today.AddDays(-3), "统筹员", 2), (read.LeaderName, read.On, read.EnteredByName, read.Units.Count));
        var story = (await app.Send(world.Leader, new TaskStory.Query(laid.Joint.Id, null))).Value;
        Assert.Equal(2, story.History.Count(x => x.Step == Step.Instruct && x.Words == "陆承屿：抓紧办理，按期报结果。"));
        Assert.Single(story.Scans);

        foreach (var reader in new[] { world.Leader, world.Coordinator, world.DevelopmentReporter })
        {
            var counts = (await app.Send(reader, new CountFollowUps.Query())).Instructions;
            Assert.Equal(counts.Late, (await app.Send(reader, new ListInstructions.Query(FollowUpFilter.Late))).Rows.Count);
            Assert.Equal(counts.WithUnit, (await app.Send(reader, new ListInstructions.Query(FollowUpFilter.WithUnit))).Rows.Count);
            Assert.Equal(reader == world.DevelopmentReporter ? 1 : 2, counts.Late);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_task_that_is_given_to_another_unit_takes_its_open_instruction_along(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var id = (await app.Send(world.Leader, Words(app, laid))).Value;
        Assert.True((await app.Send(world.Coordinator, new Reassign.Command(laid.Lead.Id, world.Town.Id, "职责划转"))).IsDone);

        Assert.Equal(0, (await app.Send(world.DevelopmentReporter, new CountFollowUps.Query(OwnUnits: true))).Instructions.WithUnit);
        var part = Assert.Single((await app.Send(world.Coordinator, new ReadInstruction.Query(id))).Value.Units);
        Assert.Equal((world.Town.Name, AnswerState.Waiting), (part.Unit, part.State));
    }

    private static GiveInstruction.Command Words(TestApp app, Laid laid) => new(laid.Joint.Id, [laid.Lead.Id], "抓紧办理，按期报结果。", app.Today.AddDays(5));
}
