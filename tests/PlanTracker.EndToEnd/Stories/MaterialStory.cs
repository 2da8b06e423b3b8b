using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>A department drops its summary, takes what is told of its tasks, and hands it in.</summary>
public sealed class MaterialStory(Browser browser)
{
    private const string Summary = """
        棠川县发展和改革局2026年三季度法治工作总结
        一、工作开展情况
        （一）清理涉企政策文件。会同各部门清理涉企政策文件236件，废止11件，清理结果已公布。
        （二）做好后勤保障。食堂改造如期完工，新增座位60个。
        二、下一步打算
        （一）开展回访。
        """;

    [Fact]
    public async Task A_summary_becomes_a_report_that_the_unit_itself_hands_in()
    {
        await using var app = LiveApp.StartDemo();
        await using var visit = await browser.Open(app);
        await visit.SignIn(Places.Reporter);
        await visit.Page.GotoAsync("/report");
        await visit.Page.ClickAsync("a[href='/materials']");
        await visit.Page.WaitForURLAsync("**/materials");
        var input = visit.Page.Locator(".drop input[type=file]");
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(
            new FilePayload { Name = "三季度总结.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Summary) });
        var passages = visit.Page.Locator("section.passage");
        await passages.First.WaitForAsync();
        await Assertions.Expect(passages).ToHaveCountAsync(2);
        await Assertions.Expect(passages.First.Locator(".figures li").First).ToContainTextAsync("清理涉企政策文件 236件");
        await visit.Photograph("story-material");
        await visit.Page.SetViewportSizeAsync(Browser.Phone, 844);
        await visit.Photograph("story-material");

        await passages.First.GetByRole(AriaRole.Button, new() { Name = "存为填报草稿" }).ClickAsync();
        await Assertions.Expect(passages).ToHaveCountAsync(1);
        await passages.First.GetByRole(AriaRole.Button, new() { Name = "不采用" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".empty")).ToContainTextAsync("全部段落都已处理");
        Assert.False(await Reported(app));

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "去核对并提交" }).ClickAsync();
        var row = visit.Page.Locator("article.report-row", new() { HasText = "草稿摘自《棠川县发展和改革局2026年三季度法治工作总结》" });
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row.Locator("textarea")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("236件"));
        await row.GetByRole(AriaRole.Button, new() { Name = "提交此项" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("p.note-good")).ToContainTextAsync("已提交 1 项");
        Assert.True(await Reported(app));
    }

    private static async Task<bool> Reported(LiveApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>().ProgressReports.AnyAsync(x => x.Words.Contains("236件"));
    }
}
