using Microsoft.Playwright;

namespace PlanTracker.EndToEnd.Hosting;

/// <summary>Headless Chromium, one for the whole run. Pages that log an error to the console or throw in a script fail their test.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public const int Desktop = 1440;
    public const int Phone = 390;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("Chromium is not installed; tests/run.sh installs it"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    public async Task<Visit> Open(LiveApp app, int width = Desktop, string language = "zh-CN")
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address, ViewportSize = new() { Width = width, Height = width > 800 ? 900 : 844 }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai",
        });
        // Long enough for a machine that does much else: what is there is never waited for.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        if (language != "zh-CN")
            await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = app.Address }]);
        return new Visit(context, await context.NewPageAsync());
    }
}

/// <summary>One person's browser window.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public async Task SignIn(string userName)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("input[name='Form.UserName']", userName);
        await Page.FillAsync("input[name='Form.Password']", Web.Features.Accounts.DemoAccounts.Password);
        await Page.ClickAsync("form.panel button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>On the page of a draft's review: the leads and the deadlines that are proposed hold.</summary>
    public async Task ConfirmAll()
    {
        foreach (var all in new[] { "全部确认牵头", "全部确认时限" })
        {
            var button = Page.Locator($"button:has-text('{all}')");
            if (await button.CountAsync() == 0)
                continue;
            await button.ClickAsync();
            await Assertions.Expect(button).ToHaveCountAsync(0);
        }
    }

    /// <summary>Keeps a picture of the whole page where PLANTRACKER_PICTURES names a folder, and always checks that nothing stands out of the window.</summary>
    public async Task Photograph(string name)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Look(name);
    }

    /// <summary>The same of a page that has come to rest.</summary>
    public async Task Look(string name)
    {
        var width = Page.ViewportSize!.Width;
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (Environment.GetEnvironmentVariable("PLANTRACKER_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        Assert.True(over <= 0, $"{name} is {over} px wider than a window of {width} px");
        Assert.Empty(Errors);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
