using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

public sealed class DailyRunTests
{
    private static DateOnly June(int day) => new(2026, 6, day);

    private static DateOnly July(int day) => new(2026, 7, day);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_ladder_day_by_day_gives_these_reminders_and_no_others(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(15));
        await county.Task(county.World.Development, June(15), July(17), OccurrenceState.Pending);

        for (var day = June(15); day <= new DateOnly(2026, 8, 12); day = day.AddDays(1))
        {
            await county.RunDay(day);
            if (day == June(22))
                await county.Change((await county.Reminders())[0].OccurrenceId, x => x.State = OccurrenceState.InProgress);
        }

        // 2026-06-19 to 21 is the Dragon Boat holiday; 17 July is a Friday.
        Assert.Equal(
            [
                (June(15), "Published", ReminderState.Sent), (June(17), "Before30", ReminderState.Sent), (June(18), "Unsigned3", ReminderState.Sent),
                (July(2), "Before15", ReminderState.Sent), (July(10), "Before7", ReminderState.Sent), (July(14), "Before3", ReminderState.Sent),
                (July(16), "Before1", ReminderState.Sent), (July(17), "OnTheDay", ReminderState.Sent), (July(20), "Overdue1", ReminderState.Sent),
                (July(20), "Overdue3", ReminderState.Sent), (July(24), "HeadOverdue7", ReminderState.Sent), (July(24), "Overdue7", ReminderState.Sent),
                (July(31), "Overdue14", ReminderState.Sent), (new(2026, 8, 3), "LeaderProposal15", ReminderState.Proposed),
                (new(2026, 8, 7), "Overdue21", ReminderState.Sent),
            ],
            (await county.Reminders()).Select(x => (x.GoesOutOn, x.Rung, x.State)));
        var digests = await county.Digests();
        Assert.Equal(county.World.DevelopmentHead.AccountId, Assert.Single(digests, x => x.AccountId != county.World.DevelopmentReporter.AccountId).AccountId);
        Assert.All(digests, digest => Assert.Equal((Channel.InApp, DigestState.Sent), (digest.Channel, digest.State)));
        Assert.DoesNotContain(digests, x => x.AccountId == county.World.Leader.AccountId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Running_twice_plans_and_sends_nothing_twice(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        for (var i = 0; i < 3; i++)
            await county.Task(county.World.Development, June(1), June(18));

        var first = await county.RunDay(June(15));
        var second = await county.RunDay(June(15));

        Assert.Equal((3, 3, 1), (first.Planned, first.Delivered.Delivered, first.Delivered.Digests));
        Assert.Equal((0, 0, 0), (second.Planned, second.Delivered.Delivered, second.Delivered.Digests));
        var digest = Assert.Single(await county.Digests());
        Assert.Equal(3, digest.Deliveries.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Two_processes_at_once_leave_one_row_and_one_digest(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        for (var i = 0; i < 20; i++)
            await county.Task(county.World.Development, June(1), June(18));
        app.Time.MoveTo(June(15), 8);

        var planned = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.Send(Actor.System, new PlanReminders.Command(June(15))))));
        var delivered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.Send(Actor.System, new DeliverReminders.Command(June(15))))));

        Assert.Equal(20, planned.Sum(x => x.Value.Planned));
        Assert.Equal(20, delivered.Sum(x => x.Value.Delivered));
        Assert.Equal(20, Assert.Single(await county.Digests()).Deliveries.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_changed_since_it_was_planned_is_not_sent(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        var closed = await county.Task(county.World.Development, June(1), June(18));
        var suspended = await county.Task(county.World.Development, June(1), June(18));
        var waiting = await county.Task(county.World.Development, June(1), June(18));
        var extended = await county.Task(county.World.Development, June(1), June(18));
        var reassigned = await county.Task(county.World.Development, June(1), June(18));
        var left = await county.Task(county.World.Development, June(1), June(18));
        app.Time.MoveTo(June(15), 8);
        await app.Send(Actor.System, new PlanReminders.Command(June(15)));

        await county.Change(closed, x => x.State = OccurrenceState.Closed);
        await county.Change(suspended, x => x.State = OccurrenceState.Suspended);
        await county.Change(waiting, x => (x.State, x.RequestedOn) = (OccurrenceState.FirstReview, June(15)));
        await county.Change(extended, x => x.DueOn = July(18));
        await county.Change(reassigned, x => x.OrgUnitId = county.World.Finance.Id);
        var result = (await app.Send(Actor.System, new DeliverReminders.Command(June(15)))).Value;

        Assert.Equal((1, 5, 0), (result.Delivered, result.Dropped, result.WithoutRecipient));
        Assert.Equal(left, Assert.Single(await county.Reminders(), x => x.State == ReminderState.Sent).OccurrenceId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_without_anybody_is_noted_and_not_forgotten(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Town, June(1), June(18));

        var run = await county.RunDay(June(15));

        Assert.Equal((1, 0, 1), (run.Planned, run.Delivered.Delivered, run.Delivered.WithoutRecipient));
        Assert.Equal(ReminderState.NoRecipient, Assert.Single(await county.Reminders()).State);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Days_on_which_nothing_ran_are_made_up_for_once(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.RunDay(June(12));
        await county.Task(county.World.Development, June(1), June(18));

        // "Three days before" was on Monday the 15th; the machine stood still until the 17th, when "one day before" falls due as well.
        var run = await county.RunDay(June(17));

        Assert.Equal((2, 2, 1), (run.Planned, run.Delivered.Delivered, run.Delivered.Digests));
        Assert.Equal(["Before3", "Before1"], (await county.Reminders()).Select(x => x.Rung));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_published_after_the_run_of_its_day_is_told_on_the_next_working_day(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(12));
        await county.RunDay(June(12));
        await county.Task(county.World.Development, June(12), new DateOnly(2026, 12, 31), OccurrenceState.Pending);

        var saturday = await county.RunDay(June(13));
        var monday = await county.RunDay(June(15));

        Assert.Equal((1, 0), (saturday.Planned, saturday.Delivered.Delivered));
        Assert.Equal((0, 1), (monday.Planned, monday.Delivered.Delivered));
        Assert.Equal("Published", Assert.Single(await county.Reminders()).Rung);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_missing_report_is_called_for_on_the_cut_off_day_and_the_day_after(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        var silent = await county.Task(county.World.Development, June(1), new DateOnly(2026, 12, 31));
        var reported = await county.Task(county.World.Finance, June(1), new DateOnly(2026, 12, 31));
        await app.InStore(db =>
        {
            var round = new ReportingRound
            {
                Id = app.Clock.NewId(), JurisdictionId = county.World.County.Id, PlanId = county.PlanId, Name = "2026年6月", OpensOn = June(1), CutOffOn = June(24),
                FiguresUpTo = June(24),
            };
            db.ReportingRounds.Add(round);
            db.ProgressReports.Add(new ProgressReport
            {
                Id = app.Clock.NewId(), JurisdictionId = county.World.County.Id, OccurrenceId = reported, RoundId = round.Id, Words = "已开展", On = June(20),
                At = app.Clock.UtcNow,
            });
            return db.SaveChangesAsync();
        });

        for (var day = June(22); day <= June(30); day = day.AddDays(1))
            await county.RunDay(day);

        Assert.Equal([(silent, June(24), "MissingReport"), (silent, June(25), "MissingReport1")],
            (await county.Reminders()).Select(x => (x.OccurrenceId, x.GoesOutOn, x.Rung)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Nobody_but_the_system_plans_or_delivers(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Coordinator, new PlanReminders.Command(June(15)))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Coordinator, new DeliverReminders.Command(June(15)))).Refusal?.Kind);
        Assert.Empty(await app.Send(world.Coordinator, new DigestsToSend.Query()));
    }
}
