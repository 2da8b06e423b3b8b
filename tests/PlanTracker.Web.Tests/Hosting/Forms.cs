using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>Fills in the application's forms as a browser does.</summary>
internal static partial class Forms
{
    private const string Password = "hupan-liushu-2026";

    public static async Task<HttpResponseMessage> Post(HttpClient browser, string address, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Matches(page)[^1].Groups["token"].Value);
        using FormUrlEncodedContent content = new(fields);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> SignIn(HttpClient browser, string userName, string password) =>
        Post(browser, "/sign-in", new() { ["_handler"] = "sign-in", ["Form.UserName"] = userName, ["Form.Password"] = password });

    /// <summary>A browser in which a person of <see cref="World"/> is signed in.</summary>
    public static async Task<HttpClient> SignedIn(TestApp app, Actor person)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var given = await users.AddPasswordAsync((await users.FindByIdAsync(person.AccountId.ToString()))!, Password);
            Assert.True(given.Succeeded, string.Join(' ', given.Errors.Select(x => x.Description)));
        }

        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        await SignIn(browser, person.Name, Password);
        return browser;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
