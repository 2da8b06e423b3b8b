using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Messages;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Messages;

/// <summary>What an open page asks to keep its bell true.</summary>
public sealed class UnreadTests
{
    private const string Password = "yi-ju-hao-ji-de-hua";

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task It_counts_ones_own_messages_as_they_come_and_are_opened(Database database)
    {
        await using var app = await TestApp.Start(database);
        var (account, browser) = await SignedIn(app);
        using (browser)
        {
            Assert.Equal("""{"unread":0}""", await browser.GetStringAsync("/messages/unread", TestContext.Current.CancellationToken));
            app.Time.Advance(TimeSpan.FromHours(1));
            var notice = await Notify(app, account);
            await Notify(app, account);
            await Notify(app, (await World.Found(app)).Coordinator.AccountId);

            Assert.Equal("""{"unread":2}""", await browser.GetStringAsync("/messages/unread", TestContext.Current.CancellationToken));
            await app.Send(new Actor(account, "苗竹青", []), new OpenMessage.Command(notice));
            Assert.Equal("""{"unread":1}""", await browser.GetStringAsync("/messages/unread", TestContext.Current.CancellationToken));
            Assert.Contains("""data-bell="/messages/unread">""", await browser.GetStringAsync("/messages", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Asking_prolongs_no_sign_in_and_without_one_there_is_no_answer()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        using var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/messages/unread", TestContext.Current.CancellationToken)).StatusCode);
        var (_, browser) = await SignedIn(app);
        using (browser)
        {
            // Past half of its time a sign-in is prolonged by whatever a person does.
            app.Time.Advance(TimeSpan.FromHours(7));

            Assert.False((await browser.GetAsync("/messages/unread", TestContext.Current.CancellationToken)).Headers.Contains("Set-Cookie"));
            Assert.Contains(
                (await browser.GetAsync("/messages", TestContext.Current.CancellationToken)).Headers.GetValues("Set-Cookie"), x => x.StartsWith("plantracker=", StringComparison.Ordinal));
        }
    }

    private static async Task<Guid> Notify(TestApp app, Guid account)
    {
        Notice notice = new() { Id = app.Clock.NewId(), AccountId = account, Kind = "Accepted", Arguments = "某任务", Link = "/my-tasks", At = app.Clock.UtcNow };
        await app.InStore(db =>
        {
            db.Notices.Add(notice);
            return db.SaveChangesAsync();
        });
        return notice.Id;
    }

    private static async Task<(Guid Account, HttpClient Browser)> SignedIn(TestApp app)
    {
        await app.Send(Actor.System, new ImportAccounts.Command(Encoding.UTF8.GetBytes("账号,姓名\ncaizheng,苗竹青\n"), Password, MustChange: false));
        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        await Forms.SignIn(browser, "caizheng", Password);
        return (await app.InStore(db => db.Users.Select(x => x.Id).SingleAsync()), browser);
    }
}
