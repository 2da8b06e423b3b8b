using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Networks of county offices: proxies that let no WebSocket through, lines that break.</summary>
public sealed class TransportStory(Browser browser)
{
    private const string Title = "改过的任务标题";

    [Fact]
    public async Task The_review_works_where_a_proxy_lets_no_WebSocket_through()
    {
        await using var app = LiveApp.StartDemo();
        Guid draft;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            draft = await scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>().ImportDrafts
                .Where(x => x.State == ImportState.InReview).Select(x => x.Id).FirstAsync();
        }

        await using var visit = await browser.Open(app);
        await visit.Page.AddInitScriptAsync("delete window.WebSocket; delete window.EventSource;");
        await visit.SignIn(Places.Coordinator);
        var polled = visit.Page.WaitForRequestAsync(request => request.Url.Contains("/_blazor?id=", StringComparison.Ordinal));
        await visit.Page.GotoAsync($"/imports/{draft}");
        await polled;
        if (await visit.Page.Locator("#task-editor").CountAsync() == 0)
            await visit.Page.Locator(".task-line button, .task-line").First.ClickAsync();
        await Typed(app, async () =>
        {
            await visit.Page.Locator("#task-editor .field.grow input").First.FillAsync(Title);
            await visit.Page.Keyboard.PressAsync("Tab");
        }, db => db.ImportDraftTasks.AnyAsync(x => x.ImportDraftId == draft && x.Title == Title));
        await visit.Page.ReloadAsync();
        await visit.Page.GetByText(Title).First.WaitForAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("'WebSocket' in window"));
    }

    [Fact]
    public async Task A_file_cannot_be_chosen_before_the_page_listens_to_it()
    {
        await using var app = LiveApp.StartDemo();
        await using var visit = await browser.Open(app);
        await visit.SignIn(Places.Coordinator);
        var line = await HeldLine.Lay(visit.Page, "InputFile.init"u8.ToArray());
        await visit.Page.GotoAsync("/imports");
        await line.Reached;
        var input = visit.Page.Locator(".drop input[type=file]");
        await Assertions.Expect(input).ToBeDisabledAsync();

        line.LetThrough();
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(new FilePayload { Name = "河渠管护.txt", MimeType = "text/plain", Buffer = PlanFiles.Of("txt") });
        await visit.Page.Locator(".task-line").First.WaitForAsync();
    }

    [Fact]
    public async Task What_was_typed_into_the_report_outlives_the_line()
    {
        const string words = "已完成选址，正在办理用地手续";
        await using var app = LiveApp.StartDemo();
        await using var visit = await browser.Open(app);
        await visit.SignIn(Places.Reporter);
        await visit.Page.GotoAsync("/report");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var field = visit.Page.Locator(".report-row textarea").First;
        await Typed(app, () => field.FillAsync(words), db => db.ReportDrafts.AnyAsync(x => x.Words == words));

        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.EvaluateAsync("Blazor.disconnect()");
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.Page.ReloadAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(words, await visit.Page.Locator(".report-row textarea").First.InputValueAsync());
    }

    /// <summary>Types until the store holds it, at most half a minute: what is typed goes there by itself, but before the page has come to life it is lost.</summary>
    private static async Task Typed(LiveApp app, Func<Task> type, Func<PlanTrackerDbContext, Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (true)
        {
            await type();
            await beat.WaitForNextTickAsync(limit.Token);
            await using var scope = app.Services.CreateAsyncScope();
            if (await holds(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>()))
                return;
        }
    }
}
