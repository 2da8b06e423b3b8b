using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Messages;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

/// <summary>What the office sees of reminders and does with them, and what reaches their readers.</summary>
public sealed class OfficeTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_leader_hears_of_a_late_task_only_when_the_office_sends_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-60));
        await GiveLeader(app, county.World);
        await county.Task(county.World.Development, Monday.AddDays(-60), Monday.AddDays(-15));
        var other = await county.Task(county.World.Development, Monday.AddDays(-60), Monday.AddDays(-15));
        await county.RunDay(Monday);
        Assert.Equal(0, (await app.Send(county.World.Leader, new ListMessages.Query())).Total);

        var proposals = await app.Send(county.World.Coordinator, new LeaderProposals.Query());
        Assert.Equal(2, proposals.Count);
        Assert.All(proposals, x => Assert.Equal(("县长", true), (x.Leader, x.HasAccount)));
        Assert.Empty(await app.Send(county.World.NeighbourCoordinator, new LeaderProposals.Query()));
        SettleProposal.Command send = new(proposals[0].ReminderId, Send: true);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.NeighbourCoordinator, send)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.DevelopmentReporter, send)).Refusal?.Kind);

        Assert.True((await app.Send(county.World.Coordinator, send)).IsDone);
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(county.World.Coordinator, send)).Refusal?.Kind);
        Assert.True((await app.Send(county.World.Coordinator, new SettleProposal.Command(proposals[1].ReminderId, Send: true))).IsDone);

        var message = Assert.Single((await app.Send(county.World.Leader, new ListMessages.Query())).Rows);
        Assert.Equal(2, message.Tasks);
        await county.Change(other, x => x.State = OccurrenceState.Closed);
        Assert.Empty(await app.Send(county.World.Coordinator, new LeaderProposals.Query()));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_proposal_can_be_dismissed_and_without_an_account_only_that(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-60));
        await county.Task(county.World.Development, Monday.AddDays(-60), Monday.AddDays(-15));
        await county.RunDay(Monday);
        var proposal = Assert.Single(await app.Send(county.World.Coordinator, new LeaderProposals.Query()));
        Assert.Equal((null, false), (proposal.Leader, proposal.HasAccount));

        var sent = await app.Send(county.World.Coordinator, new SettleProposal.Command(proposal.ReminderId, Send: true));
        Assert.Equal(RefusalKind.LeaderWithoutAccount, sent.Refusal?.Kind);
        Assert.True((await app.Send(county.World.Coordinator, new SettleProposal.Command(proposal.ReminderId, Send: false))).IsDone);
        Assert.Empty(await app.Send(county.World.Coordinator, new LeaderProposals.Query()));
        Assert.Equal(0, (await county.RunDay(Monday)).Planned);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_sees_its_own_county_and_nobody_else_any(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-10));
        await county.Task(county.World.Development, Monday.AddDays(-10), Monday.AddDays(3));
        await county.Task(county.World.Town, Monday.AddDays(-10), Monday.AddDays(3));
        await app.InStore(db =>
        {
            db.UnitContacts.Add(new UnitContact { Id = app.Clock.NewId(), OrgUnitId = county.World.Town.Id, Name = "镇联系人", Phone = "0000-1234567" });
            return db.SaveChangesAsync();
        });
        await county.RunDay(Monday);

        var summary = (await app.Send(county.World.Coordinator, new ReminderSummary.Query())).Value;
        Assert.Equal(new ReminderSummary.Result(SentToday: 1, Failed: 0, Proposals: 0, Unreached: 1), summary);
        var row = Assert.Single((await app.Send(county.World.Coordinator, new ListDigests.Query(Channel.InApp, DigestState.Sent, "发展"))).Rows);
        Assert.Equal(("发改经办", "望湖县发展和改革局", 1), (row.Person, row.Unit, row.Tasks));
        Assert.Equal(0, (await app.Send(county.World.Coordinator, new ListDigests.Query(Unit: "财政"))).Total);
        var unreached = Assert.Single(await app.Send(county.World.Coordinator, new UnreachedUnits.Query()));
        Assert.Equal("0000-1234567", Assert.Single(unreached.Contacts).Phone);
        var upcoming = await app.Send(county.World.Coordinator, new UpcomingReminders.Query());

        // The deadline is Thursday the 18th, before the Dragon Boat holiday; what is overdue moves to Monday the 22nd.
        Assert.Equal([(17, 2), (18, 2), (22, 2), (25, 2)], upcoming.Take(4).Select(x => (x.Day.Day, x.Units)));

        foreach (var stranger in new[] { county.World.NeighbourCoordinator, county.World.DevelopmentReporter, county.World.SystemAdministrator })
        {
            Assert.Equal(0, (await app.Send(stranger, new ListDigests.Query())).Total);
            Assert.Empty(await app.Send(stranger, new UnreachedUnits.Query()));
            Assert.Empty(await app.Send(stranger, new UpcomingReminders.Query()));
        }

        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(county.World.DevelopmentReporter, new ReminderSummary.Query())).Refusal?.Kind);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_message_lists_its_tasks_by_urgency_and_is_read_by_opening_it(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(3), title: "三日后到期");
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(-3), title: "已逾期三日");
        await county.RunDay(Monday);
        await app.InStore(db =>
        {
            db.Notices.Add(new Notice
            {
                Id = app.Clock.NewId(), AccountId = county.World.DevelopmentReporter.AccountId, Kind = "Accepted", Arguments = "某任务", Link = "/my-tasks",
                At = app.Clock.UtcNow.AddMinutes(1),
            });
            return db.SaveChangesAsync();
        });

        var list = await app.Send(county.World.DevelopmentReporter, new ListMessages.Query());
        Assert.Equal(2, list.Unread);
        Assert.Equal(["Accepted", null], list.Rows.Select(x => x.Kind));
        foreach (var row in list.Rows)
            Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.FinanceReporter, new OpenMessage.Command(row.Id))).Refusal?.Kind);
        await app.Send(county.World.FinanceReporter, new MarkAllRead.Command());

        var digest = (await app.Send(county.World.DevelopmentReporter, new OpenMessage.Command(list.Rows[1].Id))).Value;
        Assert.Equal(["已逾期三日", "三日后到期"], digest.Tasks.Select(x => x.Title));
        Assert.Equal("/my-tasks", (await app.Send(county.World.DevelopmentReporter, new OpenMessage.Command(list.Rows[0].Id))).Value.Link);
        Assert.Equal(0, (await app.Send(county.World.DevelopmentReporter, new ListMessages.Query())).Unread);
    }

    private static Task GiveLeader(TestApp app, World world) => app.InStore(async db =>
    {
        var leader = new SupervisingLeader { Id = app.Clock.NewId(), JurisdictionId = world.County.Id, Name = "县长", AccountId = world.Leader.AccountId };
        db.SupervisingLeaders.Add(leader);
        (await db.OrgUnits.SingleAsync(x => x.Id == world.Development.Id)).SupervisingLeaderId = leader.Id;
        return await db.SaveChangesAsync();
    });
}
