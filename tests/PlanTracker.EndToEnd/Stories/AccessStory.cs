using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Addresses typed by people whom they do not concern.</summary>
public sealed class AccessStory(Browser browser, AccessStory.County county) : IClassFixture<AccessStory.County>
{
    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/queue")]
    [InlineData("/rounds")]
    [InlineData("/imports")]
    [InlineData("/reminders")]
    [InlineData("/accounts")]
    [InlineData("/settings")]
    [InlineData("/jobs")]
    [InlineData("/jurisdictions")]
    public async Task A_department_sees_nothing_of_the_pages_of_others(string address)
    {
        await using var visit = await browser.Open(county.App);
        await visit.SignIn(Places.Reporter);

        var answer = await visit.Page.GotoAsync(address);

        Assert.True(answer!.Status is 200 or 403 or 404);
        Assert.Equal(0, await visit.Page.Locator("main table, main .tile, main form:not([action='/sign-out'])").CountAsync());
        Assert.True(await visit.Page.Locator("main .empty, main [role=alert]").CountAsync() > 0, await visit.Page.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task A_department_gets_no_plan_task_draft_or_file_of_others()
    {
        string[] addresses;
        string[] titles;
        await using (var scope = county.App.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
            var own = await db.Memberships.Where(m => db.Users.Any(u => u.Id == m.AccountId && u.UserName == Places.Reporter)).Select(m => m.OrgUnitId).ToListAsync();
            var task = await db.PlanTasks.Where(x => !x.Assignments.Any(a => own.Contains(a.OrgUnitId))).Select(x => new { x.Id, x.Title }).FirstAsync();
            var draft = await db.ImportDrafts.Where(x => x.PlanId == null).Select(x => x.Id).FirstAsync();
            var round = await db.ReportingRounds.Select(x => x.Id).FirstAsync();
            var foreign = await db.Plans.Where(x => !x.Tasks.Any(t => t.Assignments.Any(a => own.Contains(a.OrgUnitId)))).Select(x => x.Id).ToListAsync();
            var evidence = await db.Evidence.Where(x => db.Occurrences.Any(o =>
                    o.Id == x.OccurrenceId && !db.Assignments.Any(a => a.PlanTaskId == o.PlanTaskId && own.Contains(a.OrgUnitId))))
                .Select(x => x.Id).ToListAsync();
            titles = [task.Title];
            addresses =
            [
                $"/tasks/{task.Id}", $"/imports/{draft}", $"/imports/{draft}/publish", $"/imports/{draft}/amend", $"/imports/{draft}/amend/publish", $"/imports/{draft}/file", $"/rounds/{round}", $"/rounds/{round}/grid.xlsx",
                .. foreign.SelectMany(x => new[] { $"/plans/{x}", $"/plans/{x}/file", $"/plans/{x}?edition=1", $"/plans/{x}/changes/2", $"/plans/{x}/editions/1/file" }), .. evidence.Select(x => $"/evidence/{x}"), $"/plans/{Guid.Empty}", $"/evidence/{Guid.Empty}",
            ];
        }

        await using var visit = await browser.Open(county.App);
        await visit.SignIn(Places.Reporter);
        foreach (var address in addresses)
        {
            var answer = await visit.Page.Context.APIRequest.GetAsync(address);
            var body = await answer.TextAsync();
            Assert.True(answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal) || answer.Status == 404, $"{address} sent a file");
            Assert.True(answer.Status == 404 || body.Contains("class=\"empty", StringComparison.Ordinal) || body.Contains("role=\"alert\"", StringComparison.Ordinal), address);
            Assert.DoesNotContain("<table", body, StringComparison.Ordinal);
            Assert.All(titles, title => Assert.DoesNotContain(title, body, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Places.SystemAdministrator)]
    [InlineData(Places.Leader)]
    public async Task Who_belongs_to_no_unit_gets_no_form_to_fill_in(string user)
    {
        await using var visit = await browser.Open(county.App);
        await visit.SignIn(user);

        Assert.Equal(404, (await visit.Page.Context.APIRequest.GetAsync("/report/form.xlsx")).Status);
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/report/form.xlsx")]
    [InlineData("/units/export.xlsx")]
    [InlineData("/evidence/00000000-0000-0000-0000-000000000000")]
    public async Task Who_has_not_signed_in_is_asked_to(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(county.App.Address) };

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_tab_reaches_the_way_past_the_menu_and_shows_where_it_is()
    {
        await using var visit = await browser.Open(county.App);
        await visit.SignIn(Places.Leader);
        await visit.Page.GotoAsync("/plans");
        await visit.Page.EvaluateAsync("document.activeElement?.blur()");
        await visit.Page.Locator("body").EvaluateAsync("body => { body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex'); }");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await visit.Page.EvaluateAsync<string>("document.activeElement.className"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0 && document.activeElement.getBoundingClientRect().left >= 0"));
        for (var i = 0; i < 8; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(
                await visit.Page.EvaluateAsync<bool>("(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none')(getComputedStyle(document.activeElement))"),
                await visit.Page.EvaluateAsync<string>("document.activeElement.outerHTML"));
        }
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/app.css")]
    [InlineData("/nowhere")]
    public async Task Nothing_foreign_may_run_in_any_answer(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(county.App.Address) };

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    public sealed class County : IAsyncDisposable
    {
        public LiveApp App { get; } = LiveApp.StartDemo();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
