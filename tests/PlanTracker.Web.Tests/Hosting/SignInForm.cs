using System.Net;
using System.Text.RegularExpressions;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>Signs in as a browser does.</summary>
internal static partial class SignInForm
{
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string userName, string password)
    {
        var page = await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var token = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);
        return await browser.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "sign-in", ["__RequestVerificationToken"] = token, ["Form.UserName"] = userName, ["Form.Password"] = password,
            }),
            TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
