using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Accounts;

/// <summary>Sign-in as a browser sees it.</summary>
public sealed class SignInTests
{
    private const string Password = "yi-ju-hao-ji-de-hua";
    private const string WrongPassword = "账号或密码不对";

    [Fact]
    public async Task A_wrong_password_is_said_and_five_lock_the_account()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        await Make(app, mustChange: false);
        using var browser = Browser(app);

        for (var i = 0; i < 4; i++)
            Assert.Contains(WrongPassword, await Body(await SignIn(browser, "wrong")), StringComparison.Ordinal);
        Assert.Contains("已锁定 15 分钟", await Body(await SignIn(browser, "wrong")), StringComparison.Ordinal);
        Assert.Contains("已锁定 15 分钟", await Body(await SignIn(browser, Password)), StringComparison.Ordinal);
        Assert.Contains(WrongPassword, await Body(await SignIn(browser, Password, "nobody")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_first_password_sees_no_page_before_changing_it()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        await Make(app, mustChange: true);
        using var browser = Browser(app);

        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, Password)).StatusCode);
        var page = await browser.GetAsync("/units", TestContext.Current.CancellationToken);

        Assert.Equal("/account/password", page.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_closed_account_opens_to_nobody()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var id = await Make(app, mustChange: false);
        await app.Send(Actor.System, new CloseAccount.Command(id));
        using var browser = Browser(app);

        Assert.Contains(WrongPassword, await Body(await SignIn(browser, Password)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_accounts_stand_on_the_page_of_no_installation_but_a_demo_in_development()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        await Make(app, mustChange: false);
        await app.InStore(db => db.Installations.ExecuteUpdateAsync(set => set.SetProperty(x => x.Demo, DemoState.Loaded)));
        using var browser = Browser(app);

        Assert.DoesNotContain("演示账号", await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_asks_for_the_token_of_a_form()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        await Make(app, mustChange: false);
        using var browser = Browser(app);
        await SignIn(browser, Password);

        var forged = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_language_chosen_in_the_header_is_kept_with_the_account_and_there_again_at_the_next_sign_in(Database database)
    {
        await using var app = await TestApp.Start(database);
        var id = await Make(app, mustChange: false);
        using var browser = Browser(app);
        await browser.GetAsync("/language/en?back=/sign-in", TestContext.Current.CancellationToken);
        Assert.Equal("zh-CN", await Language());

        await SignIn(browser, Password);
        await browser.GetAsync("/language/fr", TestContext.Current.CancellationToken);
        await browser.GetAsync("/language/en", TestContext.Current.CancellationToken);
        Assert.Equal("en", await Language());
        using var another = Browser(app);
        var answer = await SignIn(another, Password);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), x => x.Contains("Culture=c%3Den", StringComparison.Ordinal));

        Task<string> Language() => app.InStore(db => db.Users.Where(x => x.Id == id).Select(x => x.Language).SingleAsync());
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_token_of_the_first_start_makes_the_three_administrators_once(Database database)
    {
        await using var app = await TestApp.Start(database);
        var hash = MakeFirstAdministrators.HashOf("token");
        await app.InStore(db => db.Installations.ExecuteUpdateAsync(set => set.SetProperty(x => x.FirstAdministratorTokenHash, hash)));
        var make = new MakeFirstAdministrators.Command("token", "望湖县", Password);

        Assert.False((await app.Send(Actor.Nobody, make with { Token = "other" })).IsDone);
        Assert.True((await app.Send(Actor.Nobody, make)).IsDone);
        Assert.False((await app.Send(Actor.Nobody, make)).IsDone);
        Assert.Equal(3, await app.InStore(db => db.Users.CountAsync(x => x.MustChangePassword && x.Memberships.Count == 1)));
    }

    private static async Task<Guid> Make(TestApp app, bool mustChange)
    {
        await app.Send(Actor.System, new ImportAccounts.Command(System.Text.Encoding.UTF8.GetBytes("账号,姓名\ncaizheng,苗竹青\n"), Password, mustChange));
        return await app.InStore(db => db.Users.Select(x => x.Id).SingleAsync());
    }

    private static HttpClient Browser(TestApp app) => app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, string password, string userName = "caizheng") =>
        Forms.SignIn(browser, userName, password);

    private static Task<string> Body(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
