using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed partial class PublishPageTests
{
    private const string Password = "hupan-liushu-2026";

    [Fact]
    public async Task The_form_publishes_and_leads_to_the_plan_whose_file_goes_out_as_an_attachment()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var words = SamplePlan.Words.Replace("县湖泊保护中心", "县财政局", StringComparison.Ordinal);
        var draft = (await app.Import(world, words)).Value;
        await GivePassword(app, world.Coordinator.AccountId);
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        await Post(browser, "/sign-in", new() { ["_handler"] = "sign-in", ["Form.UserName"] = world.Coordinator.Name, ["Form.Password"] = Password });

        var published = await Post(browser, $"/imports/{draft}/publish", new()
        {
            ["_handler"] = "publish", ["Form.Kind"] = "ImplementationPlan", ["Form.Cycle"] = "Quarterly", ["Form.LightFamily"] = "ByDaysLeft", ["Form.Sharing"] = "",
        });

        var plan = Assert.IsType<Uri>(published.Headers.Location);
        Assert.Contains("/plans/", plan.ToString(), StringComparison.Ordinal);
        var page = await browser.GetStringAsync(plan, TestContext.Current.CancellationToken);
        Assert.Contains("清理规范性文件", page, StringComparison.Ordinal);
        using var file = await browser.GetAsync(new Uri(plan + "/file", UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
    }

    private static async Task GivePassword(TestApp app, Guid accountId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var given = await users.AddPasswordAsync((await users.FindByIdAsync(accountId.ToString()))!, Password);
        Assert.True(given.Succeeded, string.Join(' ', given.Errors.Select(x => x.Description)));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string address, Dictionary<string, string> form)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        form["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Matches(page)[^1].Groups["token"].Value);
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
