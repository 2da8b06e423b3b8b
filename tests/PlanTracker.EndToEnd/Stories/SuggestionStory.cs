using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Key points that name no units, from file to published plan: suggestions are read, accepted one by one and all at once, taken back, and what
/// nobody suggests is chosen by pinyin.</summary>
public sealed class SuggestionStory(Browser browser)
{
    private const string KeyPoints = """
        棠川县2027年法治政府建设工作要点

        棠依法治县办〔2027〕1号

        现提出2027年法治政府建设工作要点如下。

        一、规范制度
        1. 继续清理涉企政策文件。重点清理限制准入、变相收费和地方保护条款，9月底前公布清理结果。
        2. 开展执法卷宗评查。完成各执法部门全覆盖评查，抽查卷宗不少于300件。
        3. 办好行政复议。疑难案件开展现场调查，年底前公布综合纠错情况。

        二、其他事项
        4. 布置展厅。年内完成。

        棠川县依法治县办公室
        2027年1月12日
        """;

    [Fact]
    public async Task Key_points_without_units_are_published_with_suggested_ones()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        var page = office.Page;
        var file = Path.Combine(Databases.TemporaryFolder(), "工作要点.txt");
        await File.WriteAllTextAsync(file, KeyPoints, TestContext.Current.CancellationToken);
        await page.GotoAsync("/imports");
        await Assertions.Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.Locator(".task-line").First.WaitForAsync();
        var bar = page.Locator(".suggestion-bar");
        await Assertions.Expect(bar).ToContainTextAsync("4 项任务没有责任单位");
        await Assertions.Expect(page.Locator(".suggestions mark").First).ToBeVisibleAsync();
        await office.Photograph("suggest-review");
        await using (var phone = await browser.Open(app, Browser.Phone))
        {
            await phone.SignIn("sifa");
            await phone.Page.GotoAsync(page.Url);
            await Assertions.Expect(phone.Page.Locator(".suggestions mark").First).ToBeVisibleAsync();
            await phone.Photograph("suggest-review");
        }

        // One by key, and back.
        var units = page.Locator(".units-editor .unit-name");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(units).ToHaveCountAsync(1);
        await Assertions.Expect(units.First).ToContainTextAsync("采纳建议");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(units).ToHaveCountAsync(0);

        // All that are fairly sure at once, and back, and again.
        await bar.Locator("select").SelectOptionAsync("Medium");
        await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^全部采纳") }).ClickAsync();
        var takeBack = bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^撤销采纳") });
        await takeBack.ClickAsync();
        await Assertions.Expect(bar).ToContainTextAsync("4 项任务没有责任单位");
        await bar.GetByRole(AriaRole.Button, new() { NameRegex = new("^全部采纳") }).ClickAsync();
        await Assertions.Expect(bar).ToContainTextAsync("1 项任务没有责任单位");
        await Assertions.Expect(page.Locator(".task-line").First).ToContainTextAsync("县发展和改革局");

        // Whom nobody suggests is found by the initials of its usual short name.
        await page.Locator(".task-line").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".suggestions")).ToContainTextAsync("没有相近的任务");
        var picker = page.GetByRole(AriaRole.Combobox, new() { Name = "添加单位或单位组", Exact = true });
        await picker.FillAsync("wgl");
        await Assertions.Expect(page.Locator("unit-picker li").Filter(new() { HasText = "县文化广播电视和旅游局" })).ToBeVisibleAsync();
        await office.Photograph("suggest-picker");
        await picker.PressAsync("Enter");
        await Assertions.Expect(units.First).ToContainTextAsync("县文化广播电视和旅游局");
        await Assertions.Expect(bar).ToContainTextAsync("各项任务都有责任单位了");
        await office.Photograph("suggest-accepted");

        await page.ClickAsync("a:has-text('下一步：交办')");
        await page.WaitForURLAsync(url => url.EndsWith("/publish", StringComparison.Ordinal));
        await page.ClickAsync("button:has-text('确认交办 4 项任务')");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("县文化广播电视和旅游局");
        await office.Photograph("suggest-plan");
    }
}
