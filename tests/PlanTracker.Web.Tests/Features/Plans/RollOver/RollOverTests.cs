using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.RollOver;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Features.Plans.Review;
using PlanTracker.Web.Features.Plans.RollOver;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans.RollOver;

public sealed class RollOverTests
{
    private static readonly PublishChoices Choices = new(PlanKind.KeyPoints, ReportingCycle.Monthly, LightFamily.ByDaysLeft, false, false, null);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Open_and_recurring_tasks_are_proposed_and_closed_ones_may_be_chosen(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Year(app);

        var next = (await app.Send(world.Coordinator, new OpenNextPlan.Query(laid.Plan.Id))).Value;
        Assert.Equal((2027, 2027), (next.NextFirstYear, next.NextLastYear));
        Assert.Equal([(CarryGround.Closed, false), (CarryGround.Recurring, true)], next.Tasks.Select(x => (x.Ground, x.Ground.IsProposed)));
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2027, 6, 30)), (next.Tasks[0].DueOn, next.Tasks[0].NextDueOn));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_draft_moves_the_years_tells_every_change_and_keeps_the_places_in_the_old_text(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Year(app);
        var id = (await app.Send(world.Coordinator, new MakeNextDraft.Command(laid.Plan.Id, [laid.Joint.Id]))).Value;

        var draft = (await app.Send(world.Coordinator, new OpenDraft.Query(id))).Value;
        Assert.Equal(("望湖县2027年法治建设工作要点", 2027, laid.Plan.SourceText), (draft.Fields.Title, draft.Fields.FirstYear!.Value, draft.SourceText));
        Assert.Equal("2026年→2027年", Assert.Single(draft.Doubts).Words);
        var task = Assert.Single(draft.Tasks);
        Assert.Equal(("2027年6月底前完成清单，2025—2026年行动一并收尾。", laid.Joint.SpanStart), (task.Body, task.SpanStart));
        Assert.Equal(new DateOnly(2027, 6, 30), Assert.Single(task.Content.Deadlines).Day);
        Assert.False(task.Content.DeadlineConfirmed);
        var moved = task.Content.Doubts.Single(x => x.Kind == DiagnosticKind.ShiftedYear);
        Assert.Equal(("2026年6月底前→2027年6月底前", "2026年6月底前"), (moved.Words, draft.SourceText[moved.Start!.Value..moved.End!.Value]));
        Assert.Equal("2026年", task.Content.Doubts.Single(x => x.Kind == DiagnosticKind.KeptYear).Words);
        Assert.Equal([(Role.Lead, world.Development.Id), (Role.Cooperating, world.Finance.Id)], task.Content.Units.Select(x => (x.Role, x.OrgUnitId!.Value)));
        Assert.Equal(id, (await app.Send(world.Coordinator, new MakeNextDraft.Command(laid.Plan.Id, [laid.Each.Id]))).Value);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_that_has_ended_is_told_and_stands_open_until_a_person_links_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Year(app);
        await app.InStore(db => db.OrgUnits.Where(x => x.Id == world.Finance.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.EndedOn, app.Today)));

        var id = (await app.Send(world.Coordinator, new MakeNextDraft.Command(laid.Plan.Id, [laid.Joint.Id]))).Value;
        var content = Assert.Single((await app.Send(world.Coordinator, new OpenDraft.Query(id))).Value.Tasks).Content;
        Assert.Null(content.Units.Single(x => x.Role == Role.Cooperating).OrgUnitId);
        Assert.Equal("望湖县财政局", content.Doubts.Single(x => x.Kind == DiagnosticKind.EndedUnit).Words);
        Assert.Equal(RefusalKind.NotReadyToPublish, (await app.Send(world.Coordinator, new PublishDraft.Command(id, Choices))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Published_by_the_common_door_both_plans_and_tasks_lead_to_each_other(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Year(app);
        var (next, task) = await Publish(app, world, laid);

        Assert.Equal(next, (await app.Send(world.Leader, new Neighbours.Query(laid.Plan.Id))).Next?.Id);
        Assert.Equal(laid.Plan.Id, (await app.Send(world.FinanceReporter, new Neighbours.Query(next))).Before?.Id);
        Assert.Equal(task, Assert.Single((await app.Send(world.FinanceReporter, new TaskNeighbours.Query(laid.Each.Id))).Next).Id);
        Assert.Equal(laid.Each.Id, Assert.Single((await app.Send(world.Coordinator, new TaskNeighbours.Query(task))).Before).Id);
        Assert.Null((await app.Send(world.NeighbourCoordinator, new Neighbours.Query(next))).Before);
        Assert.Empty((await app.Send(world.NeighbourCoordinator, new TaskNeighbours.Query(task))).Before);
        Assert.Equal(RefusalKind.AlreadyContinued, (await app.Send(world.Coordinator, new MakeNextDraft.Command(laid.Plan.Id, [laid.Each.Id]))).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_carried_over_ends_with_its_authority_and_stays_not_completed_and_the_rest_stays_open(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (world, laid) = await Year(app);
        EndCarriedOver.Command end = new(laid.Plan.Id, [laid.Each.Id], "县委依法治县办会议议定");
        Assert.Equal(RefusalKind.NotContinued, (await app.Send(world.Coordinator, end)).Refusal?.Kind);
        var (_, task) = await Publish(app, world, laid);

        Assert.Equal(RefusalKind.Missing, (await app.Send(world.Coordinator, end with { Words = " " })).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotContinued, (await app.Send(world.Coordinator, end with { TaskIds = [laid.Each.Id, laid.Joint.Id] })).Refusal?.Kind);
        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.FinanceReporter, world.DevelopmentHead })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, end)).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new OpenNextPlan.Query(laid.Plan.Id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new MakeNextDraft.Command(laid.Plan.Id, [laid.Each.Id]))).Refusal?.Kind);
        }

        Assert.Equal((1, 2), (await app.Send(world.Coordinator, end)) is { IsDone: true, Value: var done } ? (done.Tasks, done.Runs) : (0, 0));
        var runs = await app.InStore(db => db.Occurrences.AsNoTracking().Include(x => x.Steps).Where(x => x.PlanTaskId == laid.Each.Id).ToListAsync());
        Assert.All(runs, x => Assert.Equal((OccurrenceState.CarriedOver, "县委依法治县办会议议定"), (x.State, x.Steps.Single(s => s.Step == Step.CarryOver).Words)));
        var tally = Tally.Of(
            runs.Select(x => new MeasureFacts
            {
                Role = x.Role, State = x.State, HandedOverOn = x.OpenedOn, OriginalDueOn = x.OriginalDueOn, DueOn = x.DueOn, IsUnconfirmed = !x.DeadlineConfirmed, FinishedOn = x.FinishedOn,
            }),
            new DateOnly(2027, 3, 1), 30);
        Assert.Equal((2, 0, 2, 0, 0), (tally.Counted, tally.Closed, tally.Due, tally.DueClosed, tally.OverdueNow));
        Assert.NotEqual(OccurrenceState.CarriedOver, await app.InStore(db => db.Occurrences.Where(x => x.PlanTaskId == task).Select(x => x.State).FirstAsync()));
        Assert.Equal(0, (await app.Send(world.Coordinator, end)).Value.Runs);
    }

    /// <summary>December 2026: the joint task is closed, the other one recurs and is open with both units.</summary>
    private static async Task<(World World, Laid Laid)> Year(TestApp app)
    {
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        app.Time.MoveTo(new DateOnly(2026, 12, 20), 10);
        await app.InStore(async db =>
        {
            laid.Plan.SourceText = "一、梳理公布事项清单。2026年6月底前完成清单，2025—2026年行动一并收尾。（县发改局牵头，县财政局配合）二、开展专项培训。";
            await db.Plans.ExecuteUpdateAsync(x => x.SetProperty(p => p.SourceText, laid.Plan.SourceText));
            await db.PlanTasks.Where(x => x.Id == laid.Joint.Id)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.Body, "2026年6月底前完成清单，2025—2026年行动一并收尾。").SetProperty(t => t.SpanEnd, 60));
            await db.PlanTasks.Where(x => x.Id == laid.Each.Id)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.Recurrence, Recurrence.Yearly).SetProperty(t => t.DueOn, (DateOnly?)null));
            return await db.Occurrences.Where(x => x.PlanTaskId == laid.Joint.Id)
                .ExecuteUpdateAsync(x => x.SetProperty(o => o.State, OccurrenceState.Closed).SetProperty(o => o.FinishedOn, new DateOnly(2026, 6, 20)));
        });
        return (world, laid);
    }

    private static async Task<(Guid Plan, Guid Task)> Publish(TestApp app, World world, Laid laid)
    {
        var draft = (await app.Send(world.Coordinator, new MakeNextDraft.Command(laid.Plan.Id, [laid.Each.Id]))).Value;
        var published = await app.Send(world.Coordinator, new PublishDraft.Command(draft, Choices));
        Assert.True(published.IsDone, $"{published.Refusal}");
        return (published.Value, await app.InStore(db => db.PlanTasks.Where(x => x.PlanId == published.Value).Select(x => x.Id).SingleAsync()));
    }
}
