using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Supervision.Order;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Supervision;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Supervision;

public sealed class OrderTests
{
    /// <summary>Eight days after the deadline of the joint task: the default ladder proposes blue.</summary>
    private static readonly DateOnly EightDaysLate = new(2026, 7, 8);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task An_order_is_proposed_issued_overruns_climbs_is_answered_and_settled(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        app.Time.MoveTo(EightDaysLate);
        var proposal = Assert.Single((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        Assert.Equal((laid.Lead.Id, OrderColour.Blue, new OrderGround(OrderGroundKind.Overdue, 8)), (proposal.OccurrenceId, proposal.Colour, proposal.Ground));
        Assert.Equal(0, await app.InStore(db => db.SupervisionOrders.CountAsync()));

        var blue = Assert.Single((await app.Send(world.Coordinator, new IssueOrders.Command([laid.Lead.Id], "请说明原因。"))).Value.Issued);
        var order = (await app.Send(world.DevelopmentReporter, new ReadOrder.Query(blue))).Value;
        Assert.Equal(("督办〔2026〕1号", new DateOnly(2026, 7, 15), AnswerState.Waiting, true), (order.Number, order.AnswerBy, order.State, order.MayAnswer));
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        Assert.Equal((0, 1), (await app.Send(world.Coordinator, new IssueOrders.Command([laid.Lead.Id], "再发一份"))).Value is var again ? (again.Issued.Count, again.Left) : default);

        app.Time.MoveTo(order.AnswerBy);
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        app.Time.MoveTo(order.AnswerBy.AddDays(1));
        proposal = Assert.Single((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        Assert.Equal((OrderColour.Yellow, OrderGroundKind.OrderOverran, "督办〔2026〕1号"), (proposal.Colour, proposal.Ground.Kind, proposal.Running));
        var yellow = Assert.Single((await app.Send(world.Coordinator, new IssueOrders.Command([laid.Lead.Id], "限期答复。"))).Value.Issued);
        Assert.Equal(AnswerState.Climbed, (await app.Send(world.Leader, new ReadOrder.Query(blue))).Value.State);
        Assert.Equal(RefusalKind.AnsweredAlready, (await app.Send(world.DevelopmentReporter, new AnswerOrder.Command(blue, new AnswerEntry("迟了", [])))).Refusal?.Kind);

        Assert.True((await app.Send(world.DevelopmentReporter, new AnswerOrder.Command(yellow, new AnswerEntry("已报送。", [])))).IsDone);
        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, new SettleOrder.Command(yellow, Settle: false))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SettleOrder.Command(yellow, Settle: true, "属实"))).IsDone);
        var settled = (await app.Send(world.Leader, new ReadOrder.Query(yellow))).Value;
        Assert.Equal((AnswerState.Settled, "督办〔2026〕2号", "督办〔2026〕1号"), (settled.State, settled.Number, settled.From?.Number));
        Assert.Equal(2, (await app.Send(world.Leader, new FollowUpsOfTask.Query(laid.Joint.Id))).Orders.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_office_issues_and_settles_and_nobody_but_the_unit_answers(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(EightDaysLate);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.DevelopmentReporter, world.SystemAdministrator })
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new IssueOrders.Command([laid.Lead.Id], "请办"))).Refusal?.Kind);
        var order = (await app.Send(world.Coordinator, new IssueOrders.Command([laid.Lead.Id], "请办"))).Value.Issued[0];
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new AnswerOrder.Command(order, new AnswerEntry("答", [])))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new SettleOrder.Command(order, Settle: true))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveLadder.Command(world.County.Id, new OrderLadder()))).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new ReadOrder.Query(order))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentReporter, new SettleOrder.Command(order, Settle: true))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Leader, new ListProposals.Query())).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Bodies_asked_by_letter_and_what_waits_for_the_office_get_no_order_and_the_ladder_is_data(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(new DateOnly(2026, 7, 3));
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        OrderLadder own = new()
        {
            Pattern = "望督〔{year}〕第{number}期",
            Rungs = [new OrderRung { Colour = OrderColour.Yellow, Name = "督办提醒", DaysOverdue = 3, LimitWorkdays = 10 }],
        };
        Assert.Equal(RefusalKind.Invalid, (await app.Send(world.Coordinator, new SaveLadder.Command(world.County.Id, own with { Pattern = "督办" }))).Refusal?.Kind);
        Assert.True((await app.Send(world.Coordinator, new SaveLadder.Command(world.County.Id, own))).IsDone);
        Assert.Equal("督办提醒", Assert.Single((await app.Send(world.Coordinator, new ListProposals.Query())).Value).RungName);

        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Development.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.PartyOrgan)));
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Development.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.Kind, OrgUnitKind.GovernmentDepartment)));
        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.RequestCompletion, new StepEntry("已公布")));
        Assert.Empty((await app.Send(world.Coordinator, new ListProposals.Query())).Value);
        await app.Send(world.Coordinator, new TakeStep.Command([laid.Lead.Id], Step.Return, new StepEntry("未见清单")));
        var order = (await app.Send(world.Coordinator, new IssueOrders.Command([laid.Lead.Id], "请办"))).Value.Issued[0];
        Assert.Equal("望督〔2026〕第1期", (await app.Send(world.Coordinator, new ReadOrder.Query(order))).Value.Number);
        var counts = await app.Send(world.Leader, new CountFollowUps.Query());
        Assert.Equal(counts.Orders[OrderColour.Yellow], (await app.Send(world.Leader, new ListOrders.Query(FollowUpFilter.Open, OrderColour.Yellow))).Rows.Count);
        Assert.Equal(counts.AllOrders.WithUnit, (await app.Send(world.Leader, new ListOrders.Query(FollowUpFilter.WithUnit))).Rows.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_coordinates_several_places_chooses_whose_ladder_he_sets(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        Actor both = new(world.Coordinator.AccountId, "两地统筹员",
            [new Held(Function.Coordinator, world.County.Id, world.County.Path, null), new Held(Function.Coordinator, world.Neighbour.Id, world.Neighbour.Path, null)]);
        OrderLadder own = new() { Pattern = "邻督〔{year}〕{number}号" };

        var first = (await app.Send(both, new ReadLadder.Query())).Value;
        Assert.Equal(new[] { world.County.Id, world.Neighbour.Id }.Order(), first.Places.Select(x => x.Id).Order());
        Assert.True((await app.Send(both, new SaveLadder.Command(world.Neighbour.Id, own))).IsDone);
        Assert.Equal(own.Pattern, (await app.Send(both, new ReadLadder.Query(world.Neighbour.Id))).Value.Ladder.Pattern);
        Assert.Equal(OrderLadder.DefaultPattern, (await app.Send(both, new ReadLadder.Query(world.County.Id))).Value.Ladder.Pattern);
        Assert.Equal(own.Pattern, (await app.Send(world.NeighbourCoordinator, new ReadLadder.Query())).Value.Ladder.Pattern);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new ReadLadder.Query(world.Neighbour.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Leader, new ReadLadder.Query())).Refusal?.Kind);
    }
}
