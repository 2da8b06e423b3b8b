using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>An amended document comes in, is laid over its plan, and becomes its next edition; both stay readable, and who is concerned is told.</summary>
public sealed class EditionStory(Browser browser)
{
    private const string Department = "zhujian";
    private const string TaskWithNewFigures = "推进物业纠纷源头治理";

    [Fact]
    public async Task An_amended_document_is_laid_over_its_plan_and_keeps_what_was_done()
    {
        await using var app = LiveApp.StartDemo();
        var before = await Standing(app);
        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await Import(office);
        await Decide(office);
        var plan = await Publish(office);

        await Read(office, plan);
        await using (var phone = await browser.Open(app, Browser.Phone))
        {
            await phone.SignIn("sifa");
            await Read(phone, plan);
        }

        var after = await Standing(app);
        Assert.Equal((before.Id, before.State, before.Percent, before.Reports), (after.Id, after.State, after.Percent, after.Reports));
        Assert.Equal((12, 31), (after.DueOn!.Value.Month, after.DueOn.Value.Day));

        await using var department = await browser.Open(app);
        await department.SignIn(Department);
        await Hear(department);
    }

    private static async Task Import(Visit office)
    {
        var page = office.Page;
        await page.GotoAsync("/plans");
        await page.ClickAsync($"a:has-text('{AmendedDocument.Amends}')");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        await page.ClickAsync("a:has-text('导入修订版')");
        var input = page.Locator("input[type=file]");
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(await AmendedDocument.File());
        await page.Locator(".task-line").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".note:has-text('的修订版处理')")).ToBeVisibleAsync();
        await office.Photograph("edition-review");
        await page.ClickAsync("a:has-text('下一步：与原计划对照')");
    }

    /// <summary>One pair is doubtful and is confirmed; the withdrawal of another task is not adopted, then after all.</summary>
    private static async Task Decide(Visit office)
    {
        var page = office.Page;
        await page.Locator(".change").First.WaitForAsync();
        var doubtful = page.Locator(".change:has-text('文字只有部分相近')");
        await Assertions.Expect(doubtful).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".change:has(.change-tag.renumbered)")).ToHaveCountAsync(4);
        var figures = page.Locator($".change:has(h3:has-text('{TaskWithNewFigures}'))");
        Assert.Equal("12", (await figures.Locator(".words del").First.InnerTextAsync())[^2..]);
        Assert.Equal("15", (await figures.Locator(".words ins").First.InnerTextAsync())[^2..]);
        await office.Photograph("edition-laid-over");
        await page.SetViewportSizeAsync(Browser.Phone, 844);
        await office.Photograph("edition-laid-over");
        await page.SetViewportSizeAsync(Browser.Desktop, 900);

        await page.ClickAsync("a:has-text('下一步：核对后发布')");
        await Assertions.Expect(page.Locator("button:has-text('确认发布第 3 版')")).ToBeDisabledAsync();
        await page.ClickAsync("a:has-text('返回对照')");
        await doubtful.GetByRole(AriaRole.Button, new() { Name = "是同一项" }).ClickAsync();
        await Assertions.Expect(doubtful).ToHaveCountAsync(0);

        var withdrawn = page.Locator(".change:has(.change-tag.withdrawn)");
        await withdrawn.GetByRole(AriaRole.Button, new() { Name = "不采纳" }).ClickAsync();
        await Assertions.Expect(withdrawn).ToContainTextAsync("这项任务继续办理");
        await withdrawn.GetByRole(AriaRole.Button, new() { Name = "采纳", Exact = true }).ClickAsync();
        await Assertions.Expect(withdrawn).Not.ToContainTextAsync("这项任务继续办理");
    }

    private static async Task<string> Publish(Visit office)
    {
        var page = office.Page;
        await page.ClickAsync("a:has-text('下一步：核对后发布')");
        var publish = page.Locator("button:has-text('确认发布第 3 版')");
        await Assertions.Expect(publish).ToBeEnabledAsync();
        await Assertions.Expect(page.Locator("tr:has-text('县住房和城乡建设局')")).ToContainTextAsync("1 项");
        await office.Photograph("edition-publish");
        await publish.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("（再次修订）");
        return page.Url;
    }

    private static async Task Read(Visit visit, string plan)
    {
        var page = visit.Page;
        await page.GotoAsync(plan);
        await Assertions.Expect(page.Locator("a.active:has-text('第 3 版')")).ToBeVisibleAsync();
        await visit.Photograph("edition-plan");
        await page.ClickAsync("a:has-text('第 1 版')");
        await Assertions.Expect(page.Locator("h1")).Not.ToContainTextAsync("修订");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("培育法治乡村联系点");
        await visit.Photograph("edition-first");
        await page.GotoAsync($"{plan}/changes/3");
        await visit.Photograph("edition-changes");
        await page.ClickAsync($"a:has-text('{TaskWithNewFigures}')");
        await Assertions.Expect(page.Locator("h2:has-text('历次表述')")).ToContainTextAsync("3");
        await visit.Photograph("edition-task");
        await page.GotoAsync($"{plan}/changes/3?kind=Withdrawn");
        await page.ClickAsync(".change h3 a");
        await page.WaitForURLAsync(url => url.Contains("/tasks/", StringComparison.Ordinal));
        await visit.Photograph("edition-withdrawn");
        await Assertions.Expect(page.Locator(".note-warn:has-text('随计划修订撤销')")).ToBeVisibleAsync();
    }

    private static async Task Hear(Visit department)
    {
        var page = department.Page;
        await page.GotoAsync("/messages");
        await page.ClickAsync("a:has-text('（再次修订）》已修订')");
        await page.WaitForURLAsync(url => url.Contains("/changes/3", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".change")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".change")).ToContainTextAsync(TaskWithNewFigures);
        await department.Photograph("edition-heard");
    }

    private static async Task<(Guid Id, Domain.Progress.OccurrenceState State, int Percent, int Reports, DateOnly? DueOn)> Standing(LiveApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var run = await db.Occurrences.AsNoTracking().Include(x => x.Reports)
            .SingleAsync(x => x.PlanTask.Title == TaskWithNewFigures && db.Memberships.Any(m => m.OrgUnitId == x.OrgUnitId && m.Account.UserName == Department));
        return (run.Id, run.State, run.Percent, run.Reports.Count, run.DueOn);
    }
}
