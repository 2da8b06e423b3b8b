using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>The same plan in every format, from the file to what the units get.</summary>
public sealed class FormatStory(Browser browser)
{
    public static TheoryData<string> Formats => PlanFiles.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_file_becomes_a_plan_with_its_tasks_units_and_days(string format)
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        var page = office.Page;
        await Import(office, format);
        await office.ConfirmAll();

        await page.ClickAsync("a:has-text('下一步：交办')");
        await page.WaitForURLAsync(url => url.EndsWith("/publish", StringComparison.Ordinal));
        await page.ClickAsync("button:has-text('确认交办 2 项任务')");
        await page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));

        var tasks = page.Locator("main table.list tbody tr");
        await Assertions.Expect(tasks).ToHaveCountAsync(2);
        await Assertions.Expect(tasks.Nth(0)).ToContainTextAsync("疏通灌溉干渠");
        await Assertions.Expect(tasks.Nth(0)).ToContainTextAsync("县水利局");
        await Assertions.Expect(tasks.Nth(0)).ToContainTextAsync("2026-11-30");
        await Assertions.Expect(tasks.Nth(1)).ToContainTextAsync("县司法局");
        await Assertions.Expect(tasks.Nth(1)).ToContainTextAsync("2026-12-20");
    }

    [Fact]
    public async Task A_picture_of_a_plan_becomes_a_draft_whose_unsure_words_are_marked()
    {
        await using var app = LiveApp.StartDemo();
        await using var office = await browser.Open(app);
        await Import(office, "png");

        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("文字由系统识别得出");
        await Assertions.Expect(office.Page.GetByText("识别把握不大").First).ToBeVisibleAsync();
    }

    private static async Task Import(Visit office, string format)
    {
        await office.SignIn(Places.Coordinator);
        await office.Page.GotoAsync("/imports");
        var input = office.Page.Locator(".drop input[type=file]");
        await Assertions.Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(new FilePayload { Name = $"河渠管护.{format}", MimeType = "application/octet-stream", Buffer = PlanFiles.Of(format) });
        await office.Page.Locator(".task-line").First.WaitForAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(office.Page.Locator(".page-note")).ToContainTextAsync("2 项任务");
        await office.Photograph($"format-{format}-review");
    }
}
