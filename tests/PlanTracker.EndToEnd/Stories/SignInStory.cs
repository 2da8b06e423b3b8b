using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.EndToEnd.Hosting;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.EndToEnd.Stories;

public sealed class SignInStory(Browser browser)
{
    [Theory]
    [InlineData("zh-CN", "账号或密码不对")]
    [InlineData("en", "Account or password is wrong")]
    public async Task A_wrong_password_is_answered_in_the_readers_language(string language, string sentence)
    {
        await using var app = LiveApp.StartEmpty();
        await using var visit = await browser.Open(app, Browser.Phone, language);

        await visit.Page.GotoAsync("/");
        await visit.Page.FillAsync("input[name='Form.UserName']", "nobody");
        await visit.Page.FillAsync("input[name='Form.Password']", "not this one");
        await visit.Page.ClickAsync("form.panel button[type=submit]");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Filter(new() { HasText = sentence }).WaitForAsync();
        await visit.Photograph("sign-in");
    }

    [Fact]
    public async Task The_demo_accounts_stand_on_the_sign_in_page_and_the_demo_outlives_a_restart()
    {
        await using var app = LiveApp.StartDemo();
        await using var visit = await browser.Open(app);

        await visit.Page.GotoAsync("/sign-in");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "sifa", Exact = true }).WaitForAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var installation = await scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>().Installations.SingleAsync();
        Assert.Equal(DemoState.Loaded, installation.Demo);
    }
}
