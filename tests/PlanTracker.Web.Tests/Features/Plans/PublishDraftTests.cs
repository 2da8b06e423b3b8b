using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Plans.Browse;
using PlanTracker.Web.Features.Plans.Publish;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class PublishDraftTests
{
    private static readonly string Known = SamplePlan.Words.Replace("县湖泊保护中心", "柳堤镇人民政府", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Publishing_gives_every_unit_its_tasks_and_tells_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = (await app.Import(world, Known)).Value;
        var preview = (await app.Send(world.Coordinator, new PreviewPublish.Query(draft))).Value;

        var plan = await app.Publish(world, draft);

        Assert.True(plan.IsDone, plan.Refusal?.Kind.ToString());
        Assert.Equal(7, preview.Units.Sum(x => x.All));
        var runs = await app.InStore(db => db.Occurrences.AsNoTracking().Include(x => x.Steps).Include(x => x.PlanTask).OrderBy(x => x.PlanTask.Position).ThenBy(x => x.Role)
            .ToListAsync());
        Assert.Equal(7, runs.Count);
        Assert.All(runs, x => Assert.Equal((OccurrenceState.Pending, Step.Publish), (x.State, Assert.Single(x.Steps).Step)));
        Assert.All(runs, x => Assert.Equal(x.DueOn, x.OriginalDueOn));
        Assert.Equal(new DateOnly(2026, 9, 30), runs[0].DueOn);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (runs[4].PeriodFrom!.Value, runs[4].DueOn!.Value));

        // Nobody stated when the last is due: the end of the plan's period, and no red.
        Assert.Equal((new DateOnly(2027, 12, 31), false), (runs[^1].DueOn!.Value, runs[^1].DeadlineConfirmed));
        Assert.Equal(new DateOnly(2026, 6, 30), (await app.InStore(db => db.Milestones.SingleAsync())).DueOn);
        Assert.Equal("2026年第二季度", (await app.InStore(db => db.ReportingRounds.SingleAsync())).Name);
        var told = await app.InStore(db => db.Notices.Select(x => x.AccountId).ToListAsync());
        Assert.Equal(new[] { world.DevelopmentReporter, world.DevelopmentHead, world.FinanceReporter }.Select(x => x.AccountId).Order(), told.Order());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Pressed_twice_or_by_two_at_once_it_makes_one_plan(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = (await app.Import(world, Known)).Value;

        var both = await Task.WhenAll(app.Publish(world, draft), app.Publish(world, draft));
        var third = await app.Publish(world, draft);

        Assert.All(both, x => Assert.Equal(third.Value, x.Value));
        Assert.Equal(1, await app.InStore(db => db.Plans.CountAsync()));
        Assert.Equal(7, await app.InStore(db => db.Occurrences.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_that_nobody_knows_stands_in_the_way(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = (await app.Import(world)).Value;

        var preview = await app.Send(world.Coordinator, new PreviewPublish.Query(draft));
        var refused = await app.Publish(world, draft);

        Assert.Equal([new Hindrance(HindranceKind.UnknownUnit, "县湖泊保护中心", 1)], preview.Value.Hindrances);
        Assert.Equal(RefusalKind.NotReadyToPublish, refused.Refusal!.Kind);
        Assert.Equal(0, await app.InStore(db => db.Plans.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_those_on_the_plan_and_above_it_read_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var draft = (await app.Import(world, Known.Replace("、财政局", "", StringComparison.Ordinal))).Value;
        var choices = (await app.Send(world.Coordinator, new PreviewPublish.Query(draft))).Value.Proposed;

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.NeighbourCoordinator, new PublishDraft.Command(draft, choices))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.FinanceReporter, new PreviewPublish.Query(draft))).Refusal!.Kind);
        var plan = (await app.Publish(world, draft)).Value;

        foreach (var actor in new[] { world.Coordinator, world.Leader, world.DevelopmentReporter })
        {
            var opened = await app.Send(actor, new OpenPlan.Query(plan));
            Assert.Equal(4, opened.Value.Tasks.Count);
            Assert.Equal(plan, Assert.Single((await app.Send(actor, new ListPlans.Query(1))).Rows).Id);
            Assert.True((await app.Send(actor, new OpenFile.Query(plan, OfDraft: false))).IsDone);
        }

        foreach (var actor in new[] { world.NeighbourCoordinator, world.FinanceReporter, world.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenPlan.Query(plan))).Refusal!.Kind);
            Assert.Empty((await app.Send(actor, new ListPlans.Query(1))).Rows);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(actor, new OpenFile.Query(plan, OfDraft: false))).Refusal!.Kind);
        }

        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.DevelopmentReporter, new OpenFile.Query(draft, OfDraft: true))).Refusal!.Kind);
    }

    [Fact]
    public void A_unit_that_is_both_lead_and_responsible_leads_and_no_more()
    {
        var unit = new Guid(1, 0, 0, new byte[8]);
        var parts = Distribution.Of(
            new() { Units = [new("县司法局", Role.Responsible, null, null, unit), new("司法局", Role.Lead, null, null, unit)] },
            new Dictionary<Guid, IReadOnlyList<Guid>>());

        Assert.Equal(Role.Lead, Assert.Single(parts).Role);
    }
}
