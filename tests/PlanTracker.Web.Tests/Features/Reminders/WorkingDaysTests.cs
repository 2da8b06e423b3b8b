using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Domain;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

public sealed class WorkingDaysTests
{
    private const string Notice2027 = """{"years":{"2027":{"off":["2027-10-01/2027-10-07"],"work":["2027-10-09"]}}}""";

    private static DateOnly June(int day) => new(2026, 6, day);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_waited_for_a_day_that_is_then_off_goes_out_on_the_next_one_worked(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(13));
        app.Time.MoveTo(June(14), 8);
        await app.Send(Actor.System, new PlanReminders.Command(June(14)));
        await county.Task(county.World.Development, June(1), June(14));
        app.Time.MoveTo(June(15), 7);
        await app.Send(Actor.System, new PlanReminders.Command(June(15)));

        var saved = await app.Send(county.World.SystemAdministrator, new SaveLocalDays.Command(county.World.County.Id, June(15), June(16), false, "防汛停工"));

        Assert.Equal(2, saved.Value.Moved);
        Assert.Equal(0, (await county.RunDay(June(15))).Delivered.Delivered);
        Assert.Equal(0, (await county.RunDay(June(16))).Delivered.Delivered);
        Assert.True((await county.RunDay(June(17))).Delivered.Delivered >= 2);
        Assert.Equal(["Overdue1", "Overdue1", "Overdue3", "Overdue3"], (await county.Reminders()).Where(x => x.State == ReminderState.Sent).Select(x => x.Rung).Order());
        Assert.All(await county.Reminders(), x => Assert.Equal(June(17), x.GoesOutOn));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_ought_to_have_gone_out_before_a_day_that_is_off_now_is_not_lost(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        await county.Task(county.World.Development, June(1), June(19));
        await county.RunDay(June(15));
        app.Time.MoveTo(June(15), 17);

        // "Three days before the 19th" is the 16th. Off since this evening, so that it belonged to the 15th, whose run is over.
        var saved = await app.Send(county.World.SystemAdministrator, new SaveLocalDays.Command(county.World.County.Id, June(16), June(16), false, "防汛停工"));

        Assert.Equal(1, saved.Value.Moved);
        Assert.Equal((0, 0), Counts(await county.RunDay(June(16))));
        Assert.Equal(1, (await county.RunDay(June(17))).Delivered.Delivered);
        Assert.Equal("Before3", Assert.Single(await county.Reminders(), x => x.State == ReminderState.Sent && x.GoesOutOn == June(15)).Rung);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_loaded_notice_makes_its_year_certain_and_is_kept_over_a_restart(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, June(1));
        app.Time.MoveTo(new(2027, 9, 20));
        await county.Task(county.World.Development, new(2027, 9, 1), new(2027, 10, 7));

        var before = await app.Send(county.World.Coordinator, new UpcomingReminders.Query());
        Assert.Contains(before, x => x.Day == new DateOnly(2027, 10, 7) && x.IsProvisional);
        Assert.Equal([2027], (await Load(app, county.World.SystemAdministrator, Notice2027)).Value.Years);

        var after = await app.Send(county.World.Coordinator, new UpcomingReminders.Query());
        Assert.DoesNotContain(after, x => x.IsProvisional || x.Day == new DateOnly(2027, 10, 7));
        Assert.Contains(after, x => x.Day == new DateOnly(2027, 9, 30) && x.Rungs.Any(r => r is { Rung.Name: "OnTheDay", Moved: 1 }));

        await using var beside = app.Beside();
        beside.Time.MoveTo(new(2027, 9, 20));
        Assert.Equal(after.Select(x => x.Day), (await beside.Send(county.World.Coordinator, new UpcomingReminders.Query())).Select(x => x.Day));
        var opened = (await app.Send(county.World.Coordinator, new OpenCalendar.Query())).Value;
        Assert.Equal((2027, "系统员", false), (opened.LastYear, opened.Years[0].ByName, opened.MayEdit));
        Assert.Equal([2027, 2026, 2025, 2024], opened.Years.Select(x => x.Number));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_region_s_own_days_hold_below_it_and_nowhere_else(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var town = app.Clock.NewId();
        await app.InStore(db =>
        {
            db.Jurisdictions.Add(new Jurisdiction
            {
                Id = town, Name = "柳堤镇", Level = JurisdictionLevel.Town, ParentId = world.County.Id, Path = $"{world.County.Path}{town}/",
            });
            return db.SaveChangesAsync();
        });
        await app.Send(world.SystemAdministrator, new SaveLocalDays.Command(world.County.Id, June(16), June(17), false, "民族节日"));

        var shelf = app.Services.GetRequiredService<CalendarShelf>();
        Assert.Equal((false, false, true), (shelf.Of(world.County.Id).IsWorkday(June(16)), shelf.Of(town).IsWorkday(June(16)), shelf.Of(world.Neighbour.Id).IsWorkday(June(16))));

        // Two days off more: what was handed over on the 15th is unsigned for three working days on the 22nd (the 19th to the 21st are a holiday).
        var county = await app.Send(world.Coordinator, new OpenCalendar.Query());
        Assert.Equal(2, county.Value.Days.Count);
        Assert.Equal(19, county.Value.Years.Single(x => x.Number == 2026).WorkdaysOfMonths[5]);
        await app.Send(world.SystemAdministrator, new RemoveLocalDay.Command(county.Value.Days[0].Id));
        Assert.True(shelf.Of(town).IsWorkday(June(16)));
        Assert.False(shelf.Of(town).IsWorkday(June(17)));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_an_administrator_of_the_place_changes_its_calendar_and_nonsense_is_refused(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var (place, day) = (world.County.Id, June(16));

        foreach (var stranger in new[] { world.Coordinator, world.Leader, world.DevelopmentReporter, world.SecurityAdministrator, world.NeighbourCoordinator })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveLocalDays.Command(place, day, day, false, "节日"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await Load(app, stranger, Notice2027)).Refusal?.Kind);
        }

        var administrator = world.SystemAdministrator;
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(administrator, new SaveLocalDays.Command(world.Neighbour.Id, day, day, false, "节日"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(administrator, new OpenCalendar.Query(world.Neighbour.Id))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.DevelopmentReporter, new OpenCalendar.Query())).Refusal?.Kind);
        Assert.Equal(RefusalKind.Missing, (await app.Send(administrator, new SaveLocalDays.Command(place, day, day, false, " "))).Refusal?.Kind);
        Assert.Equal(RefusalKind.StretchTooLong, (await app.Send(administrator, new SaveLocalDays.Command(place, day, day.AddDays(-1), false, "节日"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.StretchTooLong, (await app.Send(administrator, new SaveLocalDays.Command(place, day, day.AddDays(31), false, "节日"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NoticeUnreadable, (await Load(app, administrator, """{"years":{"2027":{"off":["2027-02-30"],"work":[]}}}""")).Refusal?.Kind);
        Assert.Equal(RefusalKind.FileEmpty, (await Load(app, administrator, "")).Refusal?.Kind);
        Assert.Equal(RefusalKind.FileTooLarge, (await Load(app, administrator, new string(' ', LoadNotice.MostBytes + 1))).Refusal?.Kind);

        await app.Send(administrator, new SaveLocalDays.Command(place, day, day, false, "节日"));
        var own = (await app.Send(administrator, new OpenCalendar.Query())).Value.Days[0];
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, new RemoveLocalDay.Command(own.Id))).Refusal?.Kind);
    }

    private static (int, int) Counts((int Planned, DeliverReminders.Result Delivered) run) => (run.Planned, run.Delivered.Delivered);

    private static Task<Outcome<LoadNotice.Result>> Load(TestApp app, Actor by, string text) =>
        app.Send(by, new LoadNotice.Command(Encoding.UTF8.GetBytes(text), "2027年放假安排.json"));
}
