using System.Net;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Plans;

public sealed class PublishPageTests
{
    [Fact]
    public async Task The_form_publishes_and_leads_to_the_plan_whose_file_goes_out_as_an_attachment()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var words = SamplePlan.Words.Replace("县湖泊保护中心", "县财政局", StringComparison.Ordinal);
        var draft = (await app.Import(world, words)).Value;
        using var browser = await Forms.SignedIn(app, world.Coordinator);

        var published = await Forms.Post(browser, $"/imports/{draft}/publish", new()
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
}
