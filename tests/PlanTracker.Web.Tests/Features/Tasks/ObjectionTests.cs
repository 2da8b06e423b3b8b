using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Objections;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks;

public sealed class ObjectionTests
{
    private static readonly DateOnly Later = new(2026, 9, 30);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_return_that_is_objected_to_is_answered_by_somebody_else_and_the_request_waits_again(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Take(app, world.DevelopmentReporter, laid.Lead, Step.RequestCompletion, new StepEntry("已公布"));
        var decision = await Decide(app, world.Coordinator, laid.Lead, Step.Return, new StepEntry("缺少公布的网址"));
        app.Time.MoveTo(new DateOnly(2026, 6, 20));

        Assert.Equal(RefusalKind.NotFound, (await Object(app, world.FinanceReporter, laid.Lead, decision)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Object(app, world.NeighbourCoordinator, laid.Lead, decision)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Object(app, world.Leader, laid.Lead, decision)).Refusal?.Kind);
        Assert.Contains(await ActsFor(app, world.DevelopmentReporter, laid), x => x.Step == Step.RaiseObjection);
        var raised = await Object(app, world.DevelopmentReporter, laid.Lead, decision);
        Assert.True(raised.IsDone);
        Assert.Equal(RefusalKind.NothingToObject, (await Object(app, world.DevelopmentHead, laid.Lead, decision)).Refusal?.Kind);

        var waiting = (await app.Send(world.Coordinator, new ReadObjections.Query())).Value.Rows.Single();
        Assert.Equal((new DateOnly(2026, 7, 20), true, "网址已在附件写明"), (waiting.AnswerBy, waiting.IsOwn, waiting.Words));
        Assert.Equal(1, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Objection]);
        Assert.DoesNotContain(await ActsFor(app, world.Coordinator, laid), x => x.Step == Step.ChangeDecision);
        Assert.Contains(await ActsFor(app, world.Leader, laid), x => x.Step == Step.ChangeDecision);

        Assert.Equal(RefusalKind.DecidedBySame, (await Answer(app, world.Coordinator, raised.Value, change: true)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await Answer(app, world.DevelopmentHead, raised.Value, change: true)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Answer(app, world.NeighbourCoordinator, raised.Value, change: true)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Leader, new DecideObjection.Command(raised.Value, true, " "))).Refusal?.Kind);
        Assert.True((await Answer(app, world.Leader, raised.Value, change: true)).IsDone);
        Assert.Equal(RefusalKind.NothingWaits, (await Answer(app, world.Leader, raised.Value, change: false)).Refusal?.Kind);

        // Counted as finished on the day of the request, once it is accepted after all.
        await Take(app, world.Coordinator, laid.Lead, Step.Accept, new StepEntry());
        var lead = await app.InStore(db => db.Occurrences.AsNoTracking().SingleAsync(x => x.Id == laid.Lead.Id));
        Assert.Equal((OccurrenceState.Closed, new DateOnly(2026, 6, 15)), (lead.State, lead.FinishedOn!.Value));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_changed_decision_puts_right_what_it_did_and_one_that_stands_changes_nothing(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Take(app, world.DevelopmentReporter, laid.Lead, Step.RequestExtension, new StepEntry("机构调整") { NewDueOn = Later });
        var refused = await Decide(app, world.Coordinator, laid.Lead, Step.RefuseExtension, new StepEntry("理由不充分"));
        await Take(app, world.FinanceReporter, laid.FinanceOwn, Step.RefuseAsNotOurs, new StepEntry("不属本局职责"));
        var upheld = await Decide(app, world.Coordinator, laid.FinanceOwn, Step.UpholdAssignment, new StepEntry("职责规定明确"));
        var cancelled = await Decide(app, world.Coordinator, laid.Cooperating, Step.Cancel, new StepEntry("县政府常务会议"));

        foreach (var (occurrence, decision, unit) in new[] { (laid.Lead, refused, world.DevelopmentReporter), (laid.FinanceOwn, upheld, world.FinanceReporter), (laid.Cooperating, cancelled, world.FinanceReporter) })
            Assert.True((await Answer(app, world.Leader, (await Object(app, unit, occurrence, decision)).Value, change: true)).IsDone);

        var now = await app.InStore(db => db.Occurrences.AsNoTracking().ToDictionaryAsync(x => x.Id));
        Assert.Equal((Later, new DateOnly(2026, 6, 30)), (now[laid.Lead.Id].DueOn!.Value, now[laid.Lead.Id].OriginalDueOn!.Value));
        Assert.Equal((OccurrenceState.Refused, OccurrenceState.InProgress), (now[laid.FinanceOwn.Id].State, now[laid.FinanceOwn.Id].StateBefore));
        Assert.Equal(OccurrenceState.InProgress, now[laid.Cooperating.Id].State);

        var again = await Decide(app, world.Coordinator, laid.Cooperating, Step.Cancel, new StepEntry("县政府常务会议"));
        Assert.True((await Answer(app, world.Leader, (await Object(app, world.FinanceReporter, laid.Cooperating, again)).Value, change: false)).IsDone);
        Assert.Equal(OccurrenceState.Cancelled, await app.InStore(db => db.Occurrences.Where(x => x.Id == laid.Cooperating.Id).Select(x => x.State).SingleAsync()));
        var story = (await app.Send(world.FinanceReporter, new TaskStory.Query(laid.Joint.Id))).Value;
        Assert.Equal([Decision.Refused, Decision.Accepted], story.Parts.Single(x => x.Id == laid.Cooperating.Id).Life.Objections.Select(x => x.Decision));
        Assert.Contains(story.History, x => x is { Step: Step.UpholdDecision, Words: "经核" });
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_days_for_objecting_and_for_the_answer_are_the_places_own(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentHead, new SetObjectionTerms.Command(world.County.Id, 10, 5))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.NeighbourCoordinator, new SetObjectionTerms.Command(world.County.Id, 10, 5))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, new SetObjectionTerms.Command(world.County.Id, 0, 5))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SetObjectionTerms.Command(world.County.Id, 10, 5))).IsDone);
        var first = await Decide(app, world.Coordinator, laid.Cooperating, Step.Cancel, new StepEntry("县政府常务会议"));
        var second = await Decide(app, world.Coordinator, laid.TownOwn, Step.Cancel, new StepEntry("县政府常务会议"));

        app.Time.MoveTo(new DateOnly(2026, 6, 25));
        Assert.True((await Object(app, world.FinanceReporter, laid.Cooperating, first)).IsDone);
        app.Time.MoveTo(new DateOnly(2026, 7, 1));
        var late = await Object(app, world.Coordinator, laid.TownOwn, second, new StepEntry("来函") { Source = EntrySource.Paper, On = app.Today });
        Assert.Equal((RefusalKind.ObjectionTooLate, "2026-06-25"), (late.Refusal!.Kind, late.Refusal.Arguments[0]));

        // What came on paper in time is in time, whenever it is entered.
        Assert.True((await Object(app, world.Coordinator, laid.TownOwn, second, new StepEntry("来函") { Source = EntrySource.Paper, On = new DateOnly(2026, 6, 24) })).IsDone);
        var queue = (await app.Send(world.Coordinator, new ReadObjections.Query())).Value;
        Assert.Equal([new DateOnly(2026, 6, 29), new DateOnly(2026, 6, 30)], queue.Rows.Select(x => x.AnswerBy));
        Assert.Equal(2, (await app.Send(world.Coordinator, new CountQueue.Query())).Value.ObjectionsOverdue);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentHead, new ReadObjections.Query())).Refusal?.Kind);
    }

    private static async Task Take(TestApp app, Actor actor, Occurrence occurrence, Step step, StepEntry entry) =>
        Assert.Null(Assert.Single(await app.Send(actor, new TakeStep.Command([occurrence.Id], step, entry))).Refusal);

    private static async Task<Guid> Decide(TestApp app, Actor actor, Occurrence occurrence, Step step, StepEntry entry)
    {
        // Decisions of one moment have no order.
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await Take(app, actor, occurrence, step, entry);
        return await app.InStore(db => db.OccurrenceSteps.Where(x => x.OccurrenceId == occurrence.Id && x.Step == step).OrderByDescending(x => x.Id).Select(x => x.Id).FirstAsync());
    }

    private static Task<Outcome<Guid>> Object(TestApp app, Actor actor, Occurrence occurrence, Guid decision, StepEntry? entry = null) =>
        app.Send(actor, new RaiseObjection.Command(occurrence.Id, decision, entry ?? new StepEntry("网址已在附件写明"), []));

    private static Task<Outcome<Done>> Answer(TestApp app, Actor actor, Guid objection, bool change) =>
        app.Send(actor, new DecideObjection.Command(objection, change, "经核"));

    private static async Task<IReadOnlyList<TaskStory.Act>> ActsFor(TestApp app, Actor actor, Laid laid) =>
        (await app.Send(actor, new TaskStory.Query(laid.Joint.Id))).Value.Parts.Single(x => x.Id == laid.Lead.Id).Acts;
}
