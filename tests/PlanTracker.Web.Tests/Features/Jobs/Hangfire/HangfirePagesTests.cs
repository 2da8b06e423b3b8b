using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Jobs.Hangfire;

/// <summary>Only in the build that schedules by Hangfire.</summary>
public sealed class HangfirePagesTests
{
    private const string Password = "yi-ge-hen-chang-de-kouling";

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_system_administrator_opens_the_schedulers_own_pages(Database database)
    {
        await using var app = await TestApp.Start(database, new Dictionary<string, string> { ["Jobs:Enabled"] = "true" });
        var world = await World.Found(app);
        await Make(app, "xitong", Function.SystemAdministrator, world);
        await Make(app, "sifa", Function.Coordinator, world);

        Assert.Equal(HttpStatusCode.OK, await Open(app, "xitong"));
        Assert.NotEqual(HttpStatusCode.OK, await Open(app, "sifa"));
        Assert.NotEqual(HttpStatusCode.OK, await Open(app, null));
    }

    private static async Task Make(TestApp app, string userName, Function function, World world)
    {
        await app.Send(Actor.System, new ImportAccounts.Command(System.Text.Encoding.UTF8.GetBytes($"账号,姓名\n{userName},苗竹青\n"), Password, MustChange: false));
        await app.InStore(async db =>
        {
            var account = await db.Users.SingleAsync(x => x.UserName == userName);
            db.Memberships.Add(new Membership
            {
                Id = app.Clock.NewId(), AccountId = account.Id, JurisdictionId = world.County.Id, Function = function, From = app.Today,
            });
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<HttpStatusCode> Open(TestApp app, string? userName)
    {
        using var browser = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (userName is not null)
            await Forms.SignIn(browser, userName, Password);
        return (await browser.GetAsync("/jobs/hangfire", TestContext.Current.CancellationToken)).StatusCode;
    }
}
