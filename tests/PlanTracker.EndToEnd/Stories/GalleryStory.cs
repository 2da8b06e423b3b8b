using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Plans.Amend;
using PlanTracker.Web.Features.Plans.Import;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>Walks through every page as each of those who may see it: in Chinese on a desk and on a phone, in English on a desk.</summary>
public sealed class GalleryStory(GalleryStory.Gallery gallery) : IClassFixture<GalleryStory.Gallery>
{
    /// <summary>What a reader of English must be able to read: where he can go, what stands above what, what a field or a button is.</summary>
    private const string Wordings = "h1, h2, h3, th, button, a.btn, nav.side a, nav.trail a, label, legend, summary, dt, option, .tag, .tile .label, .empty, .page-note";

    public static TheoryData<string, string> Pages => Places.All;

    [Fact]
    public void No_page_of_the_application_is_left_out() => Assert.Equal(Places.Declared, Places.Named);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole(string user, string route)
    {
        var address = await gallery.Address(user, route);
        var name = Places.Picture(user, route);
        var visit = await gallery.Visit(user, "zh-CN");
        await visit.Page.SetViewportSizeAsync(Browser.Desktop, 900);
        await Open(visit, address, route);
        await visit.Look(name);
        await visit.Page.SetViewportSizeAsync(Browser.Phone, 844);
        await visit.Look(name);

        var abroad = await gallery.Visit(user, "en");
        await Open(abroad, address, route);
        await abroad.Look(name + "-en");
        var texts = await abroad.Page.EvaluateAsync<string[]>(
            "selector => [...document.querySelectorAll(selector)].filter(x => !x.closest('[lang=zh-CN]')).flatMap(x => [...x.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent)"
            + ".concat([x.title])).concat([...document.querySelectorAll('[placeholder], [aria-label]')].flatMap(x => [x.placeholder ?? '', x.ariaLabel ?? '']))"
            + ".map(x => x.trim()).filter(x => /[\\u3400-\\u9fff]/.test(x))", Wordings);
        Assert.Empty(texts.Where(gallery.Chinese.IsForgotten).Distinct());
    }

    [Theory]
    [InlineData(Places.Coordinator, "/dashboard")]
    [InlineData(Places.Coordinator, "/imports/{Id:guid}")]
    [InlineData(Places.Reporter, "/report")]
    [InlineData(Places.Leader, "/tasks/{TaskId:guid}")]
    public async Task A_page_is_whole_in_the_dark_theme(string user, string route)
    {
        await using var visit = await gallery.Open("zh-CN");
        await visit.SignIn(user);
        await visit.Page.GotoAsync("/theme/dark?back=/");
        await Open(visit, await gallery.Address(user, route), route);

        await visit.Look(Places.Picture(user, route) + "-dark");
        var faint = await visit.Page.EvaluateAsync<string[]>(Contrast);
        Assert.Empty(faint);
    }

    /// <summary>Texts whose contrast with what lies behind them is below 3 to 1.</summary>
    private const string Contrast = """
        () => {
          const number = c => (c.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(x => x / 255).map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
            .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (let at = element; at; at = at.parentElement) {
              const color = number(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] > 0.5) return color;
            }
            return [255, 255, 255];
          };
          const faint = new Set();
          for (const element of document.querySelectorAll("body *")) {
            const text = [...element.childNodes].filter(x => x.nodeType === 3).map(x => x.textContent.trim()).join("");
            if (!text || !element.checkVisibility({ opacityProperty: true }) || element.matches(":disabled, option, script, style")) continue;
            const style = getComputedStyle(element);
            if (!style.color.startsWith("rgb")) continue;
            const [a, b] = [light(number(element.closest("svg") ? style.fill : style.color)), light(behind(element))];
            if (element.closest("svg")) continue;
            if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 3) faint.add(`${element.tagName}.${element.className}: ${text.slice(0, 30)} (${style.color})`);
          }
          return [...faint];
        }
        """;

    private static async Task Open(Visit visit, string address, string route)
    {
        visit.Errors.Clear();
        var answer = await visit.Page.GotoAsync(address);
        if (await visit.Page.EvaluateAsync<bool>("document.documentElement.outerHTML.includes('\"type\":\"server\"')"))
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(200, answer!.Status);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.NotEmpty(await visit.Page.TitleAsync());
        Assert.False(await visit.Page.Locator("#blazor-error-ui").IsVisibleAsync());

        // These say that something is not, or not yet, to be had: that is what they are for.
        if (route is not ("/not-allowed" or "/not-found" or "/error" or "/imports/{Id:guid}/publish" or "/imports/{Id:guid}/amend/publish"))
            Assert.Equal(0, await visit.Page.Locator(".empty:has(a[href='/']), main .note-bad[role=alert]").CountAsync());
    }

    /// <summary>One application, and one window for each person and language; nothing is changed in it.</summary>
    public sealed class Gallery(Browser browser) : IAsyncLifetime
    {
        private readonly LiveApp app = LiveApp.StartDemo();
        private readonly Dictionary<(string User, string Language), Visit> visits = [];

        public ChineseOfTheCounty Chinese { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await using var scope = app.Services.CreateAsyncScope();
            await Amend(scope.ServiceProvider);
            Chinese = await ChineseOfTheCounty.Read(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>());
        }

        // An amended document in review, which the demo itself has none of.
        private static async Task Amend(IServiceProvider services)
        {
            var plan = await services.GetRequiredService<PlanTrackerDbContext>().Plans.SingleAsync(x => x.Title.EndsWith(AmendedDocument.Amends));
            var dispatcher = services.GetRequiredService<Dispatcher>();
            var draft = await dispatcher.Send(Actor.System, new ImportDocument.Command(plan.JurisdictionId, AmendedDocument.Name, AmendedDocument.Content()));
            Assert.True((await dispatcher.Send(Actor.System, new ChooseAmended.Command(draft.Value, plan.Id))).IsDone);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visit in visits.Values)
                await visit.DisposeAsync();
            await app.DisposeAsync();
        }

        public Task<Visit> Open(string language) => browser.Open(app, Browser.Desktop, language);

        public async Task<Visit> Visit(string user, string language)
        {
            if (visits.TryGetValue((user, language), out var known))
                return known;
            var visit = await Open(language);
            if (user.Length > 0)
                await visit.SignIn(user);
            return visits[(user, language)] = visit;
        }

        public async Task<string> Address(string user, string route)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await Places.Address(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>(), user, route);
        }
    }
}
