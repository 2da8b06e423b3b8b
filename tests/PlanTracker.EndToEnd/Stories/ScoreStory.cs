using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Scores as people meet them: nowhere, until the office turns them on; then every point with its ground, one of them struck, and a period frozen.</summary>
public sealed class ScoreStory(Browser browser)
{
    [Fact]
    public async Task The_office_turns_scores_on_strikes_a_point_and_freezes_the_year()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn(Places.Coordinator);
        await using var leader = await browser.Open(app);
        await leader.SignIn(Places.Leader);
        await using var unit = await browser.Open(app);
        await unit.SignIn(Places.Reporter);
        foreach (var visit in new[] { office, leader, unit })
        {
            await Assertions.Expect(visit.Page.Locator("nav.side")).Not.ToContainTextAsync("量化评分");
            Assert.Equal(404, (await visit.Page.APIRequest.GetAsync($"{app.Address}/scores")).Status);
            Assert.Equal(404, (await visit.Page.APIRequest.GetAsync($"{app.Address}/scores/export.xlsx")).Status);
        }

        await office.Page.GotoAsync("/settings/channels");
        await office.Page.ClickAsync("a:has-text('量化评分规则')");
        await office.Page.CheckAsync("input[name='Form.IsOn']");
        await office.Page.ClickAsync("button:has-text('预览')");
        await Assertions.Expect(office.Page.Locator("#preview table.list")).ToContainTextAsync("县");
        await BothWidths(office, "scores-rules");
        await office.Page.ClickAsync("button:has-text('保存'):not(:has-text('预览'))");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已开启");

        await office.Page.ClickAsync("nav.side a:has-text('量化评分')");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("不排名次");
        await BothWidths(office, "scores-list");
        await office.Page.ClickAsync("table.list a:has-text('县发展和改革局')");
        await Assertions.Expect(office.Page.Locator("#points tbody tr:visible").First).ToBeVisibleAsync();
        var score = await office.Page.Locator(".tile .value").Last.TextContentAsync();
        await BothWidths(office, "scores-unit");
        var struck = office.Page.Locator("#points details[open] tbody tr:visible").First;
        await struck.Locator("a:has-text('剔除')").ClickAsync();
        await office.Page.FillAsync("#chosen textarea", "因上级文件推迟印发，不宜计入");
        await office.Page.ClickAsync("#chosen button:has-text('剔除')");
        await Assertions.Expect(office.Page.Locator("#points")).ToContainTextAsync("因上级文件推迟印发，不宜计入");
        await Assertions.Expect(office.Page.Locator("#chosen")).ToHaveCountAsync(0);
        await office.Page.FillAsync("textarea[name='Praising.Words']", "市局通报表扬");
        await office.Page.ClickAsync("button:has-text('登记表扬')");
        await Assertions.Expect(office.Page.Locator("#points")).ToContainTextAsync("市局通报表扬");
        await BothWidths(office, "scores-struck");

        await office.Page.GotoAsync("/scores");
        await office.Page.FillAsync("input[name='Form.Words']", "年中核定");
        await office.Page.ClickAsync("button:has-text('定格')");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已定格");
        var frozen = new Uri(office.Page.Url).AbsolutePath;
        await BothWidths(office, "scores-frozen");
        Assert.Equal(200, (await office.Page.APIRequest.GetAsync($"{app.Address}{frozen}/export.xlsx")).Status);

        // The leader reads all of it and may change nothing; the unit sees itself alone.
        await leader.Page.GotoAsync("/scores");
        await Assertions.Expect(leader.Page.Locator("main button:has-text('定格')")).ToHaveCountAsync(0);
        await leader.Page.ClickAsync("table.list a:has-text('县发展和改革局')");
        await Assertions.Expect(leader.Page.Locator("#points")).ToContainTextAsync("不宜计入");
        await Assertions.Expect(leader.Page.Locator("a:has-text('剔除')")).ToHaveCountAsync(0);
        Assert.NotEqual(score, await leader.Page.Locator(".tile .value").Last.TextContentAsync());
        await unit.Page.GotoAsync("/my-tasks");
        await unit.Page.ClickAsync("nav.side a:has-text('量化评分')");
        await Assertions.Expect(unit.Page.Locator("table.list").First.Locator("tbody tr")).ToHaveCountAsync(1);
        await BothWidths(unit, "scores-own");
        await unit.Page.ClickAsync("table.list a:has-text('县发展和改革局')");
        await Assertions.Expect(unit.Page.Locator("#points")).ToContainTextAsync("不宜计入");

        await office.Page.GotoAsync("/settings/scores");
        await office.Page.UncheckAsync("input[name='Form.IsOn']");
        await office.Page.ClickAsync("button:has-text('保存'):not(:has-text('预览'))");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已关闭");
        Assert.Equal(404, (await leader.Page.APIRequest.GetAsync($"{app.Address}{frozen}")).Status);
    }

    private static async Task BothWidths(Visit visit, string name)
    {
        await visit.Photograph(name);
        await visit.Page.SetViewportSizeAsync(Browser.Phone, 844);
        await visit.Photograph(name);
        await visit.Page.SetViewportSizeAsync(Browser.Desktop, 900);
    }
}
