using System.Net;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

/// <summary>The calendar that a person subscribes to.</summary>
public sealed class CalendarTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task It_holds_the_open_deadlines_of_ones_own_unit_as_numbers_and_links(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        await county.Task(county.World.Development, Monday, Monday.AddDays(3), title: "健全，依法决策；机制");
        await county.Task(county.World.Development, Monday, Monday.AddDays(5), OccurrenceState.Closed);
        await county.Task(county.World.Development, Monday, due: null);
        await county.Task(county.World.Finance, Monday, Monday.AddDays(4));
        var address = await Remade(app, county);

        var calendar = await Read(app, address);

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.Equal(["SUMMARY:任务 1 到期"], Lines(calendar, "SUMMARY"));
        Assert.Equal(["DTSTART;VALUE=DATE:20260618"], Lines(calendar, "DTSTART"));
        Assert.Equal(["DTEND;VALUE=DATE:20260619"], Lines(calendar, "DTEND"));
        var task = await app.InStore(db => db.PlanTasks.Where(x => x.Number == "1").Select(x => x.Id).SingleAsync());
        Assert.Equal([$"URL:http://localhost/tasks/{task}"], Lines(calendar, "URL"));
        Assert.DoesNotContain("决策", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), x => Assert.True(System.Text.Encoding.UTF8.GetByteCount(x) <= 75, x));

        // A place may allow titles; what means something to a calendar is escaped.
        await app.InStore(db => db.Jurisdictions.Where(x => x.Id == county.World.County.Id).ExecuteUpdateAsync(x => x.SetProperty(j => j.CalendarShowsTitles, true)));
        Assert.Contains(@"SUMMARY:任务 1：健全，依法决策；机制", Unfolded(await Read(app, address)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_last_address_opens_it_and_none_after_it_was_revoked(Database database)
    {
        await using var app = await TestApp.Start(database);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        var first = await Remade(app, county);
        var second = await Remade(app, county);

        Assert.Null(await TryRead(app, first));
        Assert.NotNull(await TryRead(app, second));
        Assert.Null(await TryRead(app, second[..^5] + (second[^5] == '0' ? '1' : '0') + ".ics"));
        Assert.Null(await TryRead(app, "/calendar/" + new string('0', 96) + ".ics"));
        Assert.Null(await TryRead(app, "/calendar/x.ics"));
        var kept = await app.InStore(db => db.CalendarFeeds.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(kept.SecretHash, second, StringComparison.Ordinal);

        // Another's word closes nobody's calendar.
        await app.Send(county.World.FinanceReporter, new RevokeCalendar.Command());
        Assert.NotNull(await TryRead(app, second));
        Assert.Equal(kept.MadeAt, (await app.Send(county.World.DevelopmentReporter, new OwnReminders.Query()))!.CalendarSince);
        Assert.Null((await app.Send(county.World.FinanceReporter, new OwnReminders.Query()))!.CalendarSince);
        await app.Send(county.World.DevelopmentReporter, new RevokeCalendar.Command());
        Assert.Null(await TryRead(app, second));
    }

    [Fact]
    public async Task A_closed_account_and_a_lost_role_leave_nothing_to_read()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        await county.Task(county.World.Development, Monday, Monday.AddDays(3));
        var address = await Remade(app, county);

        await app.InStore(db => db.Memberships.Where(x => x.AccountId == county.World.DevelopmentReporter.AccountId)
            .ExecuteUpdateAsync(x => x.SetProperty(m => m.To, Monday.AddDays(-1))));
        Assert.DoesNotContain("VEVENT", await Read(app, address), StringComparison.Ordinal);
        await app.InStore(db => db.Users.ExecuteUpdateAsync(x => x.SetProperty(a => a.ClosedOn, Monday)));
        Assert.Null(await TryRead(app, address));
    }

    [Fact]
    public async Task Nobody_signed_in_makes_no_calendar_and_chooses_nothing()
    {
        await using var app = await TestApp.Start(Database.Sqlite);

        Assert.False((await app.Send(Web.Security.Actor.Nobody, new RemakeCalendar.Command())).IsDone);
        Assert.False((await app.Send(Web.Security.Actor.Nobody, new ChooseReminders.Command(true, true, ""))).IsDone);
        Assert.Null(await app.Send(Web.Security.Actor.Nobody, new OwnReminders.Query()));
    }

    [Fact]
    public void Long_lines_go_on_in_the_next_and_never_break_a_character()
    {
        var written = CalendarText.Write("名", new DateTime(2026, 6, 15, 1, 0, 0, DateTimeKind.Utc),
            [new CalendarText.Day(Guid.Empty, Monday, string.Concat(Enumerable.Repeat("任务𠮷,", 30)) + "\n;", "https://tracker.example.test/tasks/1")]);

        Assert.All(written.Split("\r\n"), x => Assert.True(System.Text.Encoding.UTF8.GetByteCount(x) <= 75, x));
        Assert.Contains("SUMMARY:" + string.Concat(Enumerable.Repeat(@"任务𠮷\,", 30)) + @"\n\;", Unfolded(written), StringComparison.Ordinal);
    }

    private static async Task<string> Remade(TestApp app, ReminderWorld county) =>
        (await app.Send(county.World.DevelopmentReporter, new RemakeCalendar.Command())).Value;

    private static async Task<string> Read(TestApp app, string address) => await TryRead(app, address) ?? throw new InvalidOperationException("there is no calendar");

    /// <summary>As a calendar program reads it: without signing in.</summary>
    private static async Task<string?> TryRead(TestApp app, string address)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string[] Lines(string calendar, string name) =>
        [.. Unfolded(calendar).Split("\r\n").Where(x => x.StartsWith(name, StringComparison.Ordinal))];
}
