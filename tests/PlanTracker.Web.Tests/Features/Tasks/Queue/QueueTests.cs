using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Tasks.Queue;

public sealed class QueueTests
{
    private static readonly QueueTab[] Lists = [.. Enum.GetValues<QueueTab>().Except([QueueTab.Missing, QueueTab.Doubts, QueueTab.Objection, QueueTab.Ongoing])];

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Every_tab_counts_what_it_lists(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        app.Time.MoveTo(new DateOnly(2026, 7, 10));
        await Take(app, world.DevelopmentReporter, laid.Lead, Step.Sign);
        await Take(app, world.DevelopmentReporter, laid.Lead, Step.RequestCompletion, "清单已公布");
        await Take(app, world.FinanceReporter, laid.FinanceOwn, Step.RequestExtension, "人手不足", laid.Each.DueOn!.Value.AddMonths(1));
        await Take(app, world.FinanceReporter, laid.Cooperating, Step.RefuseAsNotOurs, "应由发改局办理", unit: world.Development.Id);

        var counts = (await app.Send(world.Coordinator, new CountQueue.Query())).Value;

        Assert.Equal((1, 1, 1, 2), (counts[QueueTab.Review], counts[QueueTab.NotOurs], counts[QueueTab.Extension], counts[QueueTab.Unsigned]));
        foreach (var tab in Lists)
            Assert.Equal(counts[tab], (await app.Send(world.Coordinator, new ReadQueue.Query(tab))).Value.Rows.Count);
        Assert.Equal(counts[QueueTab.Missing], (await app.Send(world.Coordinator, new MissingReports.Query())).Value.Sum(x => x.Missing));
        Assert.Equal(counts[QueueTab.Ongoing], (await app.Send(world.Coordinator, new UnconfirmedOngoing.Query())).Value.Sum(x => x.Tasks.Count));
        Assert.Equal("清单已公布", Only(await app.Send(world.Coordinator, new ReadQueue.Query(QueueTab.Review))).Said?.Words);
        Assert.Equal(world.Development.Name, Only(await app.Send(world.Coordinator, new ReadQueue.Query(QueueTab.NotOurs))).Said?.Proposed);
        Assert.Equal(new DateOnly(2027, 1, 31), Only(await app.Send(world.Coordinator, new ReadQueue.Query(QueueTab.Extension))).Said?.NewDueOn);

        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Return, new StepEntry("请附公布网址")));
        var back = Only(await app.Send(world.Coordinator, new ReadQueue.Query(QueueTab.Returned)));
        Assert.Equal(("请附公布网址", world.Development.Name), (back.Said?.Words, back.Unit));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_many_accepted_at_once_the_one_that_is_refused_leaves_the_others_done(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await Take(app, world.DevelopmentReporter, laid.Lead, Step.RequestCompletion, "已办完");
        await Take(app, world.FinanceReporter, laid.FinanceOwn, Step.RequestCompletion, "已办完");

        var results = await app.Send(
            world.Coordinator, new TakeStep.Command([laid.Lead.Id, laid.TownOwn.Id, laid.FinanceOwn.Id], Step.Accept, new StepEntry()));

        Assert.Equal([true, false, true], results.Select(x => x.IsDone));
        Assert.Equal(RefusalKind.WrongState, results[1].Refusal?.Kind);
        Assert.Equal(0, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Review]);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_task_counts_as_unsigned_from_the_third_working_day(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);

        // Handed over on Friday: Wednesday is the third working day.
        await app.InStore(db => db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.OpenedOn, new DateOnly(2026, 6, 12))));
        app.Time.MoveTo(new DateOnly(2026, 6, 16));
        Assert.Equal(0, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Unsigned]);
        app.Time.MoveTo(new DateOnly(2026, 6, 17));
        Assert.Equal(4, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Unsigned]);

        // A unit that took over today has its own three days.
        await app.Send(world.Coordinator, new Reassign.Command(laid.FinanceOwn.Id, world.Development.Id, "职责划转"));
        Assert.Equal(3, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Unsigned]);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Urging_all_asks_each_late_unit_once_but_not_who_cooperates_or_is_asked_by_letter(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Town.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.VerticallyManaged)));
        app.Time.MoveTo(new DateOnly(2027, 1, 5));
        Assert.Equal(3, (await app.Send(world.Coordinator, new UnitsBehind.Query(QueueTab.Late))).Value.Sum(x => x.Count));

        var result = (await app.Send(world.Coordinator, new UrgeLate.Command(UrgeWay.Message, Words: "请抓紧"))).Value;

        Assert.Equal(new UrgeLate.Result(Units: 2, Tasks: 2, ByLetter: 1, AlreadyToday: 0), result);
        Assert.Equal(3, await app.InStore(db => db.Notices.CountAsync(x => x.Kind == "Urged")));
        Guid[] urged = await app.InStore(db => db.OccurrenceSteps.Where(x => x.Step == Step.Urge).Select(x => x.OccurrenceId).ToArrayAsync());
        Assert.Equal([.. new[] { laid.Lead.Id, laid.FinanceOwn.Id }.Order()], urged.Order());
        Assert.Equal((0, 2), (await app.Send(world.Coordinator, new UrgeLate.Command(UrgeWay.Message))).Value is var again ? (again.Units, again.AlreadyToday) : default);
        await app.Send(world.Coordinator, new UrgeLate.Command(UrgeWay.Telephone, [world.Finance.Id]));
        Assert.Equal(2, (await app.Send(world.Coordinator, new UnitsBehind.Query(QueueTab.Late))).Value.Single(x => x.Id == world.Finance.Id).UrgedThisMonth);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_only_proposed_is_confirmed_for_many_at_once_and_may_then_be_late(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(async db =>
        {
            await db.PlanTasks.ExecuteUpdateAsync(x => x.SetProperty(t => t.DeadlineConfirmed, false));
            await db.Assignments.Where(x => x.Role == Role.Lead).ExecuteUpdateAsync(x => x.SetProperty(a => a.Provisional, true));
            return await db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.DeadlineConfirmed, false));
        });
        app.Time.MoveTo(new DateOnly(2026, 7, 10));
        Assert.Equal((2, 0), await Counts());

        Assert.All(await app.Send(world.Coordinator, new ConfirmLeads.Command([laid.Joint.Id])), x => Assert.Null(x.Refusal));
        Assert.All(await app.Send(world.Coordinator, new ConfirmDeadlines.Command([laid.Joint.Id, laid.Each.Id])), x => Assert.Null(x.Refusal));

        Assert.Equal((0, 1), await Counts());
        Assert.Equal(4, await app.InStore(db => db.OccurrenceSteps.CountAsync(x => x.Step == Step.ConfirmDeadline)));

        async Task<(int Doubts, int Late)> Counts()
        {
            var counts = (await app.Send(world.Coordinator, new CountQueue.Query())).Value;
            return (counts[QueueTab.Doubts], counts[QueueTab.Late]);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_day_named_while_confirming_is_the_original_deadline(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        await app.InStore(db => db.PlanTasks.ExecuteUpdateAsync(x => x.SetProperty(t => t.DeadlineConfirmed, false)));
        await app.InStore(db => db.Occurrences.ExecuteUpdateAsync(x => x.SetProperty(o => o.DeadlineConfirmed, false)));
        DateOnly day = new(2026, 9, 30);

        Assert.Null((await app.Send(world.Coordinator, new ConfirmDeadlines.Command([laid.Joint.Id], day))).Single().Refusal);

        var lead = await app.InStore(db => db.Occurrences.AsNoTracking().SingleAsync(x => x.Id == laid.Lead.Id));
        Assert.Empty(await app.Send(world.Coordinator, new ConfirmDeadlines.Command([laid.Joint.Id], day.AddDays(1))));
        Assert.Equal((day, day, true), (lead.DueOn!.Value, lead.OriginalDueOn!.Value, lead.DeadlineConfirmed));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_queue_is_the_office_s_alone(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(new DateOnly(2026, 7, 10));
        foreach (var stranger in new[] { world.Leader, world.FinanceReporter, world.DevelopmentHead })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new CountQueue.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ReadQueue.Query(QueueTab.Late))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ReadDoubts.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new MissingReports.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new UnitsBehind.Query(QueueTab.Late))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ListTakers.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new UrgeLate.Command(UrgeWay.Message))).Refusal?.Kind);
            await ConfirmsNothing(stranger);
        }

        await ConfirmsNothing(world.NeighbourCoordinator);
        Assert.All((await app.Send(world.NeighbourCoordinator, new CountQueue.Query())).Value.Tabs, x => Assert.Equal(0, x.Value));
        Assert.Equal(0, (await app.Send(world.NeighbourCoordinator, new UrgeLate.Command(UrgeWay.Message, [world.Development.Id]))).Value.Units);

        async Task ConfirmsNothing(Actor stranger)
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ConfirmLeads.Command([laid.Joint.Id]))).Single().Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new ConfirmDeadlines.Command([laid.Joint.Id]))).Single().Refusal?.Kind);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_open_rounds_of_a_plan_the_one_that_ends_first_is_asked_about(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        await app.InStore(db =>
        {
            db.ReportingRounds.Add(new ReportingRound
            {
                Id = app.Clock.NewId(), JurisdictionId = world.County.Id, PlanId = laid.Plan.Id, Name = "2026年5月", OpensOn = new DateOnly(2026, 5, 4),
                CutOffOn = new DateOnly(2026, 5, 31), FiguresUpTo = new DateOnly(2026, 5, 31),
            });
            return db.SaveChangesAsync();
        });

        Assert.Equal(4, (await app.Send(world.Coordinator, new CountQueue.Query())).Value[QueueTab.Missing]);
        Assert.All((await app.Send(world.Coordinator, new MissingReports.Query())).Value, x => Assert.Equal("2026年5月", x.Round));
    }

    private static ReadQueue.Row Only(Outcome<ReadQueue.Result> outcome) => Assert.Single(outcome.Value.Rows);

    private static async Task Take(TestApp app, Actor actor, Occurrence occurrence, Step step, string words = "", DateOnly? newDueOn = null, Guid? unit = null) =>
        Assert.True((await app.Send(actor, new TakeStep.Command([occurrence.Id], step, new StepEntry(words) { NewDueOn = newDueOn, OrgUnitId = unit }))).Single().IsDone);
}
