using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web;
using PlanTracker.Web.Demo;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>The main job, end to end: a document in, units responsible, a report, a review, a reminder in an inbox, and a dashboard that changed.</summary>
public sealed partial class MainStory(Browser browser, ITestOutputHelper output)
{
    /// <summary>A department of the demo county that leads tasks in any plan of this kind.</summary>
    private const string Department = "fagai";

    [Fact]
    public async Task A_document_becomes_tasks_reports_reminders_and_numbers()
    {
        await using var app = LiveApp.StartDemo();
        await using var sink = await SmtpSink.Start();
        var (file, tasks) = Document();

        await using var office = await browser.Open(app);
        await office.SignIn("sifa");
        await Import(office, file, tasks);
        await Review(office);
        var plan = await Publish(office, tasks);

        await using var leader = await browser.Open(app);
        await leader.SignIn("xianzhang");
        var before = await Closed(leader, plan);
        await leader.Photograph("story-dashboard-before");

        await using var department = await browser.Open(app);
        await department.SignIn(Department);
        var title = await SignAndReport(department, plan);

        await Accept(office, title);

        // The lead's part, and with it those of the units that share the task.
        Assert.True(await Closed(leader, plan) > before);
        await leader.Photograph("story-dashboard-after");
        await using var phone = await browser.Open(app, Browser.Phone);
        await phone.SignIn("xianzhang");
        await Closed(phone, plan);
        await phone.Photograph("story-dashboard-after");

        await using var administrator = await browser.Open(app);
        await SetMail(administrator, sink);
        await Remind(app);
        var mail = Assert.Single(sink.Received(), x => x.To.Contains($"{Department}@", StringComparison.Ordinal));
        Assert.Contains(sink.Settings.PublicUrl, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, mail.Text, StringComparison.Ordinal);
        await office.SignIn("sifa");
        await office.Page.GotoAsync("/reminders");
        await office.Photograph("story-reminders");
    }

    private async Task Import(Visit office, string file, int tasks)
    {
        await office.Page.GotoAsync("/imports");
        var input = office.Page.Locator("input[type=file]");
        await Assertions.Expect(input).ToBeEnabledAsync();
        await office.Photograph("story-imports");
        var watch = Stopwatch.StartNew();
        await input.SetInputFilesAsync(file);
        await office.Page.Locator(".task-line").First.WaitForAsync();
        output.WriteLine($"from drop to review page: {watch.ElapsedMilliseconds} ms");
        await Assertions.Expect(office.Page.Locator(".page-note")).ToContainTextAsync($"{tasks} 项任务");
        await office.Photograph("story-review");
    }

    /// <summary>What a coordinator does before publishing: bodies nobody knows are added, groups linked, leads and deadlines confirmed.</summary>
    private static async Task Review(Visit office)
    {
        var page = office.Page;
        var sieve = page.Locator(".chips button:has-text('单位未识别')");
        await sieve.ClickAsync();
        await Assertions.Expect(sieve).ToHaveAttributeAsync("aria-pressed", "true");
        while (!(await sieve.InnerTextAsync()).EndsWith(" 0", StringComparison.Ordinal))
        {
            // Either a task is open and shows its unknown names, or one has to be opened.
            var unknown = page.Locator("button.tag-bad");
            var shut = page.Locator(".task-line[aria-expanded=false]");
            await unknown.Or(shut).First.WaitForAsync();
            if (await unknown.CountAsync() == 0)
                await shut.First.ClickAsync();
            await unknown.First.ClickAsync();
            var form = page.Locator(".link-form");
            await form.WaitForAsync();
            var addUnit = form.GetByRole(AriaRole.Button, new() { Name = "新增单位", Exact = true });
            if (await addUnit.CountAsync() > 0)
            {
                await addUnit.ClickAsync();
            }
            else
            {
                await form.Locator("input[type=checkbox]").First.CheckAsync();
                await form.GetByRole(AriaRole.Button, new() { NameRegex = NewGroup() }).ClickAsync();
            }

            await Assertions.Expect(form).ToHaveCountAsync(0);
        }

        await page.ClickAsync(".chips button:has-text('全部')");
        await office.ConfirmAll();

        await office.Photograph("story-reviewed");
    }

    private static async Task<string> Publish(Visit office, int tasks)
    {
        await office.Page.ClickAsync("a:has-text('下一步：交办')");
        await office.Page.WaitForURLAsync(url => url.EndsWith("/publish", StringComparison.Ordinal));
        await office.Photograph("story-publish");
        await office.Page.ClickAsync($"button:has-text('确认交办 {tasks} 项任务')");
        await office.Page.WaitForURLAsync(url => url.Contains("/plans/", StringComparison.Ordinal));
        await office.Photograph("story-plan");
        return new Uri(office.Page.Url).Segments[^1];
    }

    /// <summary>Signs for everything of the plan, then reports on the first task that the department leads and asks to close it. Gives the task's title.</summary>
    private static async Task<string> SignAndReport(Visit department, string plan)
    {
        var page = department.Page;
        await page.GotoAsync($"/my-tasks?plan={plan}");
        await department.Photograph("story-my-tasks");
        foreach (var box in await page.Locator("input[name=Ids]").AllAsync())
            await box.CheckAsync();
        await page.ClickAsync("button:has-text('签收所选任务')");
        await page.Locator(".note-good").WaitForAsync();
        await page.GotoAsync($"/my-tasks?plan={plan}");
        var task = page.Locator("table.list tbody tr").Filter(new() { HasText = "牵头" }).First.Locator("a").First;
        var title = Number().Replace(await task.InnerTextAsync(), "").Trim();
        await task.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/tasks/", StringComparison.Ordinal));
        await page.Locator("h1").GetByText(title).WaitForAsync();

        await Step("填报进展", "制度已经印发，开展专题培训一次，参加单位反映良好。");
        await Step("申请办结", "任务已经完成，材料齐备，申请办结。");
        await department.Photograph("story-task");
        return title;

        async Task Step(string step, string words)
        {
            var part = page.Locator("details").Filter(new() { Has = page.Locator($"summary:text-is('{step}')") });
            if (!await part.EvaluateAsync<bool>("x => x.open"))
                await part.Locator("summary").ClickAsync();
            await part.Locator("textarea[name='Form.Words']").FillAsync(words);
            await part.Locator("button[type=submit]").ClickAsync();
            await page.Locator(".story").GetByText(step).First.WaitForAsync();
        }
    }

    private static async Task Accept(Visit office, string title)
    {
        await office.Page.GotoAsync("/queue");
        await office.Photograph("story-queue");
        var row = office.Page.Locator("tr").Filter(new() { HasText = title });
        await row.Locator("input[type=checkbox]").First.CheckAsync();
        await office.Page.ClickAsync("button:has-text('初审通过')");
        await Assertions.Expect(office.Page.Locator("tr").Filter(new() { HasText = title })).ToHaveCountAsync(0);
    }

    /// <summary>How many tasks of the plan the dashboard calls closed: the numerator of 总体办结率.</summary>
    private static async Task<int> Closed(Visit leader, string plan)
    {
        await leader.Page.GotoAsync($"/dashboard?plan={plan}");
        var rate = await leader.Page.Locator(".tile").Filter(new() { HasText = "总体办结率" }).InnerTextAsync();
        return int.Parse(Fraction().Match(rate).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task SetMail(Visit administrator, SmtpSink sink)
    {
        var page = administrator.Page;
        await administrator.SignIn("xitong");
        await page.GotoAsync("/settings");
        await page.FillAsync("input[name='Form.Host']", sink.Settings.Host);
        await page.FillAsync("input[name='Form.Port']", sink.Port.ToString(CultureInfo.InvariantCulture));
        await page.SelectOptionAsync("select[name='Form.Security']", sink.Settings.Security.ToString());
        await page.FillAsync("input[name='Form.FromAddress']", sink.Settings.FromAddress);
        await page.FillAsync("input[name='Form.PublicUrl']", sink.Settings.PublicUrl);
        await page.Locator("form").Filter(new() { Has = page.Locator("input[name='Form.Host']") }).Locator("button[type=submit]").First.ClickAsync();
        await page.Locator(".note-good").First.WaitForAsync();
        await administrator.Photograph("story-settings");
    }

    /// <summary>What the scheduled job does on the next working day.</summary>
    private static async Task Remind(LiveApp app)
    {
        app.Time.Advance(TimeSpan.FromDays(1));
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        var today = app.Services.GetRequiredService<Clock>().Today;
        await dispatcher.Send(Actor.System, new PlanReminders.Command(today));
        await dispatcher.Send(Actor.System, new DeliverReminders.Command(today));
        foreach (var digest in await dispatcher.Send(Actor.System, new DigestsToSend.Query()))
            await dispatcher.Send(Actor.System, new SendDigest.Command(digest));
    }

    /// <summary>The plan of 65 tasks from the corpus where it lies beside the checkout; else the demo's own plan, a year later.</summary>
    private static (string File, int Tasks) Document()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var seeds = Path.Combine(at.FullName, "shared", "corpus", "seeds");
            if (Directory.Exists(seeds) && Directory.GetFiles(seeds, "004_*.txt") is [var seed, ..])
                return (seed, 65);
        }

        var file = Path.Combine(Databases.TemporaryFolder(), "下一年度实施方案.docx");
        File.WriteAllBytes(file, DemoFiles.Plan("1-实施方案.docx", 1));
        return (file, 66);
    }

    [GeneratedRegex("^新建单位组")]
    private static partial Regex NewGroup();

    [GeneratedRegex(@"(\d+)\s*/\s*\d+")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十百\d]+[）).、．]?\s*")]
    private static partial Regex Number();
}
