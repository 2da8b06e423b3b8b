using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>A unit confirms once a round what it does for good, and says which of a task's steps it has reached; the office sees both.</summary>
public sealed class OngoingStory(Browser browser)
{
    [Fact]
    public async Task Ongoing_work_is_confirmed_in_one_click_and_no_longer_called_for()
    {
        await using var app = LiveApp.StartDemo();
        await using var unit = await browser.Open(app);
        await unit.SignIn("yingji");
        await unit.Page.GotoAsync("/report");
        var row = unit.Page.Locator(".report-row:has(button:text-is('确认仍在坚持')):has(.tag:text-is('未报'))").First;
        var task = await row.Locator("header a").GetAttributeAsync("href");
        row = unit.Page.Locator($".report-row:has(header a[href='{task}'])").First;
        await row.GetByRole(AriaRole.Button, new() { Name = "确认仍在坚持" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("本期已确认");
        await unit.Photograph("story-ongoing-confirmed");

        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await office.Page.GotoAsync(task!);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("确认");
        await office.Photograph("story-ongoing-task");
        await office.Page.GotoAsync("/queue");
        await office.Page.ClickAsync("a:has-text('长期未确认')");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("长期");
        await office.Photograph("story-ongoing-queue");
    }

    [Fact]
    public async Task A_step_of_a_task_is_marked_with_the_report_and_stands_on_the_line_of_its_pace()
    {
        await using var app = LiveApp.StartDemo();
        await using var unit = await browser.Open(app);
        await unit.SignIn("caizheng");
        await unit.Page.GotoAsync("/report");
        var row = unit.Page.Locator(".report-row:has-text('统一罚没物品管理')");
        var task = await row.Locator("header a").GetAttributeAsync("href");
        await row.Locator("textarea").FillAsync("清单已核对完毕，保管场所正在改造。");
        await row.Locator(".milestone-field input").First.FillAsync("2026-06-12");
        await unit.Photograph("story-milestone-report");
        await row.GetByRole(AriaRole.Button, new() { Name = "提交此项" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("本期已报");

        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await office.Page.GotoAsync(task!);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("2026-06-12");
        await office.Photograph("story-milestone-task");
    }
}
