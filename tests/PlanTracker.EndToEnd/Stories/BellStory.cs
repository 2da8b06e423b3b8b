using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.EndToEnd.Stories;

public sealed class BellStory(Browser browser)
{
    [Fact]
    public async Task The_bell_of_a_page_that_is_left_open_counts_what_comes()
    {
        await using var app = LiveApp.StartDemo();
        await using var visit = await browser.Open(app);
        await visit.Page.Clock.InstallAsync();
        await visit.SignIn(Places.Reporter);
        await visit.Page.GotoAsync("/account/reminders");
        var bell = visit.Page.Locator(".bell .count");
        var before = int.Parse(await bell.TextContentAsync() ?? "", System.Globalization.CultureInfo.InvariantCulture);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
            var clock = app.Services.GetRequiredService<Web.Clock>();
            var account = await db.Users.Where(x => x.UserName == Places.Reporter).Select(x => x.Id).SingleAsync(TestContext.Current.CancellationToken);
            db.Notices.Add(new Notice { Id = clock.NewId(), AccountId = account, Kind = "Accepted", Arguments = "某任务", Link = "/my-tasks", At = clock.UtcNow });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        // A minute passes for the page alone.
        await visit.Page.Clock.RunForAsync(60_000);
        await visit.Page.Locator($".bell .count:text-is('{before + 1}')").WaitForAsync();
        await visit.Page.ReloadAsync();
        Assert.Equal(before + 1, int.Parse(await bell.TextContentAsync() ?? "", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(visit.Errors);
    }
}
