using PlanTracker.EndToEnd.Hosting;

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
}
