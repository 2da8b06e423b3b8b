using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Follow-ups as people meet them: a leader instructs and reads the answer; the office issues an order, the unit answers, the office settles it.</summary>
public sealed class SupervisionStory(Browser browser)
{
    [Fact]
    public async Task An_instruction_is_answered_by_the_unit_and_passed_on_to_the_leader()
    {
        await using var app = LiveApp.StartDemo();
        await using var leader = await browser.Open(app);
        await leader.SignIn("xianzhang");
        await leader.Page.GotoAsync("/supervision/instructions?show=WithUnit");
        await leader.Page.Locator("table.list tr:has-text('县发展和改革局') td[data-label='任务'] a").First.ClickAsync();
        await leader.Page.ClickAsync("a:has-text('作出批示')");
        await leader.Page.FillAsync("textarea[name='Form.Words']", "本周内报清理结果。");
        await leader.Page.ClickAsync("button:has-text('批转')");
        await leader.Page.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
        var address = new Uri(leader.Page.Url).AbsolutePath;

        // From the same task he hurries it too, and nobody else may; the unit reads by whom.
        await leader.Page.Locator("main a[href^='/tasks/']").First.ClickAsync();
        await leader.Page.ClickAsync("details.act summary:has-text('催办')");
        await leader.Page.FillAsync("details.act[open] textarea[name='Form.Words']", "请于周五前报结果");
        await leader.Page.ClickAsync("button:has-text('提交：催办')");
        await Assertions.Expect(leader.Page.Locator(".story").Last).ToContainTextAsync("请于周五前报结果");

        await using var unit = await browser.Open(app);
        await unit.SignIn("fagai");
        await unit.Page.GotoAsync("/messages");
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync("请于周五前报结果");
        await unit.Page.GotoAsync("/my-tasks");
        await Assertions.Expect(unit.Page.Locator("#follow-ups")).ToContainTextAsync("批示待答复");
        await unit.Page.GotoAsync(address);
        await unit.Page.FillAsync("textarea[name='Form.Words']", "清理结果已于今日公布。");
        await unit.Page.ClickAsync("button:has-text('提交答复')");
        await Assertions.Expect(unit.Page.Locator("main")).ToContainTextAsync("已答复");

        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await office.Page.GotoAsync(address);
        await office.Page.ClickAsync("button:has-text('转呈领导')");
        await office.Page.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
        await leader.Page.GotoAsync(address);
        await Assertions.Expect(leader.Page.Locator(".answer")).ToContainTextAsync("清理结果已于今日公布。");
        await leader.Photograph("story-instruction");
    }

    [Fact]
    public async Task An_order_is_issued_by_the_office_answered_by_the_unit_and_settled()
    {
        await using var app = LiveApp.StartDemo();
        await using var unit = await browser.Open(app);
        await unit.SignIn("fagai");
        await unit.Page.GotoAsync("/supervision/orders?mine=true");
        await unit.Page.Locator("td[data-label='编号'] a").First.ClickAsync();
        await unit.Page.FillAsync("textarea[name='Form.Words']", "清理结果已公布。");
        await unit.Page.ClickAsync("button:has-text('提交答复')");
        await unit.Page.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
        var address = new Uri(unit.Page.Url).AbsolutePath;

        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await office.Page.GotoAsync("/supervision/orders/propose");
        await office.Page.Locator("tbody tr:not(:has(details)) input[type=checkbox]").First.CheckAsync();
        await office.Page.ClickAsync("button:has-text('下发所选督办单')");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已下发 1 份督办单");
        await office.Page.GotoAsync(address);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "销号", Exact = true }).ClickAsync();
        await office.Page.WaitForURLAsync(url => url.Contains("done=1", StringComparison.Ordinal));
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("已销号");
        await office.Photograph("story-order");
    }

    [Fact]
    public async Task An_order_that_nobody_answers_is_proposed_in_the_next_colour_and_climbs_when_the_office_says_so()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await office.Page.GotoAsync("/supervision/orders/propose");
        var row = office.Page.Locator("tbody tr:has-text('蓝色督办'):has(details)").First;
        var task = await row.Locator("td[data-label='任务'] a").GetAttributeAsync("href");
        await row.Locator("summary").ClickAsync();
        var box = row.Locator("details input").First;
        var run = await box.GetAttributeAsync("value");
        await box.CheckAsync();
        await office.Page.ClickAsync("button:has-text('下发所选督办单')");
        await Assertions.Expect(office.Page.Locator("[role=status]")).ToContainTextAsync("已下发 1 份督办单");
        await Assertions.Expect(office.Page.Locator($"tbody input[value='{run}']")).ToHaveCountAsync(0);

        app.Time.Advance(TimeSpan.FromDays(15));
        await using var later = await browser.Open(app);
        await later.SignIn("sifa");
        await later.Page.GotoAsync("/supervision/orders/propose");
        var climbing = later.Page.Locator($"tbody tr:has(input[value='{run}'])");
        await Assertions.Expect(climbing).ToContainTextAsync("黄色督办");
        await Assertions.Expect(climbing).ToContainTextAsync("升级");
        await later.Photograph("story-order-climbs");
        await climbing.Locator("input[type=checkbox]").CheckAsync();
        await later.Page.ClickAsync("button:has-text('下发所选督办单')");
        await Assertions.Expect(later.Page.Locator("[role=status]")).ToContainTextAsync("已下发 1 份督办单");
        await later.Page.GotoAsync(task!);
        await Assertions.Expect(later.Page.Locator("main")).ToContainTextAsync("蓝色督办");
        await Assertions.Expect(later.Page.Locator("main")).ToContainTextAsync("黄色督办");
        await later.Photograph("story-order-climbed");
    }
}
