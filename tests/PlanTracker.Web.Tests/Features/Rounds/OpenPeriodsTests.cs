using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Features.Reminders;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Rounds;

public sealed class OpenPeriodsTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_quarter_opens_once_for_the_unit_that_has_the_task_now(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await Quarterly(app);

        Assert.Equal(0, await Open(app, new DateOnly(2026, 6, 30)));
        Assert.Equal(1, await Open(app, new DateOnly(2026, 7, 1)));
        Assert.Equal(0, await Open(app, new DateOnly(2026, 7, 1)));

        var all = await app.InStore(db => db.Occurrences.AsNoTracking().Include(x => x.Steps).OrderBy(x => x.PeriodFrom).ToListAsync());
        Assert.Equal(2, all.Count);
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)), (all[1].PeriodFrom!.Value, all[1].PeriodTo!.Value));
        Assert.Equal((new DateOnly(2026, 9, 25), OccurrenceState.Pending), (all[1].DueOn!.Value, all[1].State));
        Assert.Equal((county.World.Finance.Id, new DateOnly(2026, 7, 1)), (all[1].OrgUnitId, all[1].OpenedOn));
        Assert.Equal(Step.Publish, Assert.Single(all[1].Steps).Step);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_was_missed_is_made_up_for_and_the_plan_ends_with_its_last_year(Database database)
    {
        await using var app = await TestApp.Start(database);
        await Quarterly(app);

        Assert.Equal(2, await Open(app, new DateOnly(2026, 12, 31)));
        Assert.Equal(0, await Open(app, new DateOnly(2027, 4, 1)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_next_round_of_a_plan_opens_once_and_none_where_the_office_calls(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, new DateOnly(2026, 6, 10));
        Assert.Equal(0, (await app.Send(Actor.System, new OpenPeriods.Command(new DateOnly(2026, 6, 15)))).Value.Rounds);
        await app.InStore(db => db.Plans.ExecuteUpdateAsync(x => x.SetProperty(plan => plan.RoundCycle, ReportingCycle.Monthly)));

        for (var day = new DateOnly(2026, 6, 15); day <= new DateOnly(2026, 8, 1); day = day.AddDays(1))
        {
            app.Time.MoveTo(day, 1);
            await app.Send(Actor.System, new OpenPeriods.Command(day));
        }

        var rounds = await app.InStore(db => db.ReportingRounds.AsNoTracking().OrderBy(x => x.CutOffOn).ToListAsync());
        Assert.Equal(["2026年6月", "2026年7月", "2026年8月"], rounds.Select(x => x.Name));
        Assert.Equal((new DateOnly(2026, 6, 10), new DateOnly(2026, 6, 30)), (rounds[0].OpensOn, rounds[0].CutOffOn));
        Assert.All(rounds, x => Assert.Equal(county.World.County.Id, x.JurisdictionId));

        // The last day of June is a Tuesday, of July a Friday: after the working day that follows the month before is over.
        Assert.Equal(new DateTime?[] { Clock.ToUtc(new DateOnly(2026, 7, 2), new TimeOnly(1, 0)), null, null }, rounds.Select(x => x.ClosedAt));
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(county.World.Coordinator, new OpenPeriods.Command(app.Today))).Refusal?.Kind);
    }

    /// <summary>A quarterly task, due on the 25th of the last month, whose second quarter is open and was reassigned.</summary>
    private static async Task<ReminderWorld> Quarterly(TestApp app)
    {
        var county = await ReminderWorld.Found(app, new DateOnly(2026, 4, 10));
        var id = await county.Task(county.World.Development, new DateOnly(2026, 4, 10), new DateOnly(2026, 6, 25));
        await county.Change(id, x =>
            (x.PeriodFrom, x.PeriodTo, x.OrgUnitId) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), county.World.Finance.Id));
        await app.InStore(db => db.PlanTasks.ExecuteUpdateAsync(x => x
            .SetProperty(task => task.Recurrence, Recurrence.Quarterly).SetProperty(task => task.PeriodDay, new DayInPeriod(3, 25)).SetProperty(task => task.DueOn, (DateOnly?)null)));
        return county;
    }

    private static async Task<int> Open(TestApp app, DateOnly day)
    {
        app.Time.MoveTo(day, 1);
        return (await app.Send(Actor.System, new OpenPeriods.Command(day))).Value.Occurrences;
    }
}
