using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>The office closes a round of reporting, a unit makes up for what it missed, and the closed round stays as it was; then the plan rolls over to the next
/// year.</summary>
public sealed class RoundStory(Browser browser)
{
    private const string Plan = "法治政府建设工作要点";

    [Fact]
    public async Task A_closed_round_is_a_snapshot_and_a_late_report_stands_beside_it()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        var page = office.Page;
        await page.GotoAsync("/rounds");
        await page.Locator($"tr:has(.tag-main):has-text('{Plan}') a").First.ClickAsync();
        await page.Locator("summary:has-text('结束本期')").ClickAsync();
        await page.ClickAsync("button:has-text('确认结束')");
        await page.Locator(".note-good").WaitForAsync();
        await page.Locator($"tr:has(.tag:has-text('已结束')):has-text('{Plan}') a").First.ClickAsync();
        await page.Locator("h2:has-text('当日指标')").WaitForAsync();
        var round = page.Url;
        var missing = await page.Locator(".tile.bad .value").InnerTextAsync();
        await Assertions.Expect(page.Locator("text=结束后没有补报")).ToBeVisibleAsync();
        await office.Photograph("round-closed");

        await using var unit = await browser.Open(app);
        await unit.SignIn("fagai");
        await unit.Page.GotoAsync("/report");
        await unit.Page.Locator($"p:has-text('{Plan}') a:has-text('补报')").ClickAsync();
        await unit.Page.Locator("textarea").First.FillAsync("补报：清理工作已完成八成。");
        await unit.Photograph("round-missed");
        await unit.Page.ClickAsync("button:has-text('补报')");
        await unit.Page.Locator(".note-good:has-text('已补报 1 项')").WaitForAsync();

        await page.GotoAsync(round);
        await page.Locator("td:has-text('补报：清理工作已完成八成。')").WaitForAsync();
        Assert.Equal(missing, await page.Locator(".tile.bad .value").InnerTextAsync());
        await page.FillAsync("textarea[name='Form.Words']", "县发改局补报一项，当期结果不变。");
        await page.ClickAsync("button:has-text('记下说明')");
        await page.Locator("#notes p:has-text('县发改局补报一项')").WaitForAsync();
        await Assertions.Expect(page.Locator("button:has-text('确认结束')")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_tasks_become_the_draft_of_the_next_plan_with_every_change_told()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        var page = office.Page;
        await page.GotoAsync("/plans");
        await page.ClickAsync($"a:has-text('{Plan}')");
        await page.ClickAsync("a:has-text('滚入下年')");
        await page.Locator("button:has-text('生成下年计划草稿')").WaitForAsync();
        await office.Photograph("rollover-choose");
        await page.ClickAsync("button:has-text('生成下年计划草稿')");
        await page.Locator(".task-line").First.WaitForAsync();
        await Assertions.Expect(page.Locator("text=年份已顺延").First).ToBeVisibleAsync();
        await office.Photograph("rollover-review");
        await page.GoBackAsync();
        await page.Locator("a:has-text('继续校核草稿')").WaitForAsync();
    }
}
