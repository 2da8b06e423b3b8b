using PlanTracker.Domain;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

public sealed class LadderTests
{
    private static readonly Ladder Sparse = new()
    {
        OnPublishing = false, UnsignedAfterWorkdays = null, DaysBefore = [2], OnTheDay = false, DaysOverdue = [], ThenEveryDays = null, HeadAtDaysOverdue = 1,
        LeaderProposalAtDaysOverdue = null, MissingReports = false,
    };

    private static DateOnly June(int day) => new(2026, 6, day);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_plan_reminds_by_its_own_ladder_and_by_that_of_its_place_again_when_it_is_taken_back(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(24));
        await Save(app, county, county.PlanId, Sparse);

        for (var day = June(16); day <= June(25); day = day.AddDays(1))
            await county.RunDay(day);
        Assert.Equal(["Before2", "HeadOverdue1"], (await county.Reminders()).Select(x => x.Rung));

        await Save(app, county, county.PlanId, null);
        await Save(app, county, null, Sparse with { DaysOverdue = [2] });
        await county.RunDay(June(26));
        Assert.Equal(["Before2", "HeadOverdue1", "Overdue2"], (await county.Reminders()).Select(x => x.Rung));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_is_off_stays_off_when_it_is_read_again(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));

        await Save(app, county, county.PlanId, Sparse);

        var opened = (await app.Send(county.World.Coordinator, new OpenLadder.Query(county.PlanId))).Value;
        Assert.True(opened.IsOwn);
        Assert.Equal(Sparse, opened.Ladder);
        Assert.Equal(Ladder.Default, opened.Usual);
        Assert.Equal([county.PlanId], (await app.Send(county.World.Coordinator, new OpenLadder.Query(null))).Value.OwnPlans.Select(x => x.Id));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_a_changed_ladder_no_longer_names_is_not_sent_any_more(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(18));
        app.Time.MoveTo(June(15), 8);
        await app.Send(Actor.System, new PlanReminders.Command(June(15)));

        await Save(app, county, county.PlanId, Sparse);
        var result = (await app.Send(Actor.System, new DeliverReminders.Command(June(15)))).Value;

        Assert.Equal((0, 1), (result.Delivered, result.Dropped));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_trial_shows_what_the_days_then_bring_and_to_whom_without_saving(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(24));
        await county.Task(county.World.Development, June(1), June(20));
        await county.Task(county.World.Town, June(1), June(24));

        var tried = await app.Send(county.World.Coordinator, new UpcomingReminders.Query(county.PlanId, Tried: Sparse));

        // The 20th lies in the Dragon Boat holiday: one day past it is the 21st, told to the head on Monday the 22nd, on which "two days before the 24th" falls too.
        Assert.Equal([June(18), June(22), June(25)], tried.Select(x => x.Day));
        var monday = tried[1];
        Assert.Equal((3, 2), (monday.Tasks, monday.Units));
        Assert.Equal(
            ["发改经办 Before2 1 0", "发改局长 HeadOverdue1 1 1", " Before2 1 0"],
            monday.Lines.OrderBy(x => x.Unit, StringComparer.Ordinal).SelectMany(x => x.Rungs.Select(r => $"{string.Join('、', x.To)} {r.Rung.Name} {r.Tasks} {r.Moved}")));
        Assert.False((await app.Send(county.World.Coordinator, new OpenLadder.Query(county.PlanId))).Value.IsOwn);

        await Save(app, county, county.PlanId, Sparse);
        for (var day = June(16); day <= June(26); day = day.AddDays(1))
            await county.RunDay(day);
        Assert.Equal(tried.SelectMany(x => x.Rungs.Select(r => (x.Day, r.Rung.Name, r.Tasks))).Order(),
            (await county.Reminders()).GroupBy(x => (x.GoesOutOn, x.Rung)).Select(x => (x.Key.GoesOutOn, x.Key.Rung, x.Count())).Order());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_who_coordinates_the_plan_sees_or_changes_its_ladder(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(24));
        var place = county.World.County.Id;

        foreach (var stranger in new[] { county.World.NeighbourCoordinator, county.World.Leader, county.World.DevelopmentReporter, county.World.SystemAdministrator })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new OpenLadder.Query(county.PlanId))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new SaveLadder.Command(county.PlanId, place, Sparse, 0))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new OpenLadder.Query(null, place))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveLadder.Command(null, place, Sparse, 0))).Refusal?.Kind);
            Assert.Empty(await app.Send(stranger, new UpcomingReminders.Query(county.PlanId, Tried: Sparse)));
            Assert.Empty(await app.Send(stranger, new UpcomingReminders.Query(null, place, Sparse)));
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Of_two_who_change_a_ladder_the_second_is_told(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        var place = county.World.County.Id;

        await Save(app, county, county.PlanId, Sparse);
        await Save(app, county, null, Sparse);

        Assert.Equal(RefusalKind.ChangedMeanwhile,
            (await app.Send(county.World.Coordinator, new SaveLadder.Command(county.PlanId, place, Ladder.Default, 0))).Refusal?.Kind);
        Assert.Equal(RefusalKind.ChangedMeanwhile,
            (await app.Send(county.World.Coordinator, new SaveLadder.Command(null, place, Ladder.Default, 0))).Refusal?.Kind);
    }

    [Fact]
    public void What_is_typed_reads_as_it_was_written_and_what_cannot_be_is_said_field_by_field()
    {
        Assert.Equal(Ladder.Default, LadderForm.Of(Ladder.Default).Read().Value);
        Assert.Equal([30, 7, 1], new LadderForm { Before = " 30，7, 1 " }.Read().Value.DaysBefore);
        Assert.Equal(Sparse with { DaysBefore = [], HeadAtDaysOverdue = null }, new LadderForm().Read().Value);

        Assert.Equal(new Refusal(RefusalKind.NotDays, ["到期前提醒"]).ToString(), new LadderForm { Before = "七" }.Read().Refusal!.ToString());
        Assert.Equal(RefusalKind.NotDays, new LadderForm { Overdue = "0" }.Read().Refusal!.Kind);
        Assert.Equal(RefusalKind.NotDays, new LadderForm { ThenEvery = "-7" }.Read().Refusal!.Kind);
        Assert.Equal(RefusalKind.DaysOutOfRange, new LadderForm { Before = "366" }.Read().Refusal!.Kind);
        Assert.Equal(RefusalKind.DaysOutOfRange, new LadderForm { Unsigned = "31" }.Read().Refusal!.Kind);
        Assert.Equal(RefusalKind.TooManyRungs, new LadderForm { Before = string.Join('、', Enumerable.Range(1, 13)) }.Read().Refusal!.Kind);
        Assert.Equal(RefusalKind.LeaderBeforeHead, new LadderForm { Head = "7", Leader = "6" }.Read().Refusal!.Kind);
    }

    private static async Task Save(TestApp app, ReminderWorld county, Guid? plan, Ladder? ladder)
    {
        var coordinator = county.World.Coordinator;
        var version = (await app.Send(coordinator, new OpenLadder.Query(plan))).Value.Version;
        Assert.True((await app.Send(coordinator, new SaveLadder.Command(plan, county.World.County.Id, ladder, version))).IsDone);
    }
}
