using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Tests.Channels;

/// <summary>Messages and signatures as each kind of robot wants them; the signatures below were worked out by other means.</summary>
public sealed class RobotCallTests
{
    private static readonly DateTime Now = new(2026, 6, 15, 1, 0, 0, DateTimeKind.Utc);

    private static readonly GroupMessage Message = new(
        Guid.Parse("0197f0aa-0000-7000-8000-000000000001"), "reminders", new DateOnly(2026, 6, 15), "望湖县", null, "任务台账6 月 15 日提醒",
        ["今日向 2 个单位发出提醒，涉及 3 项任务：", "逾期 1 项，即将到期 2 项"], [new("Overdue", 1), new("Before", 2)], "打开系统查看", "https://tracker.example.test/");

    [Fact]
    public async Task DingTalk_is_signed_in_the_address_by_the_millisecond()
    {
        using var call = RobotCall.Of(Channel.DingTalk, "https://oapi.example.test/robot/send?access_token=t", "SECabc", Message, Now);

        Assert.Equal(
            "https://oapi.example.test/robot/send?access_token=t&timestamp=1781485200000&sign=9eWTq7cwsaIfHzzucUOXQy%2Fq4aPBnVsCeJGhn7mDhHM%3D", call.RequestUri!.AbsoluteUri);
        var body = await Body(call);
        Assert.Equal("markdown", (string?)body["msgtype"]);
        Assert.Equal("任务台账6 月 15 日提醒", (string?)body["markdown"]!["title"]);
        Assert.Contains("[打开系统查看](https://tracker.example.test/)", (string?)body["markdown"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feishu_is_signed_in_the_body_by_the_second()
    {
        using var call = RobotCall.Of(Channel.Feishu, "https://open.example.test/hook/t", "abc", Message, Now);

        var body = await Body(call);
        Assert.Equal(("1781485200", "yV9Jk07pecvDke9n33FWLYszCP16ZGfJAV5HfQk3fp8="), ((string?)body["timestamp"], (string?)body["sign"]));
        var lines = body["content"]!["post"]!["zh_cn"]!["content"]!.AsArray();
        Assert.Equal(3, lines.Count);
        Assert.Equal("https://tracker.example.test/", (string?)lines[2]![0]!["href"]);
    }

    [Fact]
    public async Task WeCom_gets_its_words_as_markdown_and_no_signature()
    {
        using var call = RobotCall.Of(Channel.WeCom, "https://qyapi.example.test/send?key=k", "", Message, Now);

        Assert.Equal("https://qyapi.example.test/send?key=k", call.RequestUri!.AbsoluteUri);
        Assert.StartsWith("**任务台账6 月 15 日提醒**\n\n今日向 2 个单位", (string?)(await Body(call))["markdown"]!["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_robot_without_a_secret_is_not_signed_for()
    {
        using var ding = RobotCall.Of(Channel.DingTalk, "https://oapi.example.test/robot/send", "", Message, Now);
        using var feishu = RobotCall.Of(Channel.Feishu, "https://open.example.test/hook/t", "", Message, Now);

        Assert.Equal("https://oapi.example.test/robot/send", ding.RequestUri!.AbsoluteUri);
        Assert.Null((await Body(feishu))["sign"]);
    }

    [Fact]
    public async Task A_webhook_can_check_who_called_and_when()
    {
        using var call = WebhookCall.Of("https://hook.example.test/in", "shared", Message, Now);

        var body = await call.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1781485200", call.Headers.GetValues(WebhookCall.TimestampHeader).Single());
        Assert.Equal(Message.Id.ToString(), call.Headers.GetValues(WebhookCall.DeliveryHeader).Single());
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData("shared"u8, Encoding.UTF8.GetBytes("1781485200." + body)));
        Assert.Equal("sha256=" + expected, call.Headers.GetValues(WebhookCall.SignatureHeader).Single());
        Assert.Equal(
            """{"id":"0197f0aa-0000-7000-8000-000000000001","kind":"reminders","day":"2026-06-15","place":"望湖县","unit":null,"title":"任务台账6 月 15 日提醒","counts":{"Overdue":1,"Before":2},"link":"https://tracker.example.test/"}""",
            body);
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", true), InlineData("""{"code":0,"msg":"success","data":{}}""", true), InlineData("""{"StatusCode":0,"StatusMessage":"success"}""", true)]
    [InlineData("""{"errcode":310000,"errmsg":"sign not match"}""", false), InlineData("""{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}""", false)]
    [InlineData("""{"ok":true}""", false), InlineData("<html>", false), InlineData("", false), InlineData("0", false), InlineData("""{"errcode":"0"}""", false)]
    public void Only_the_number_nought_says_that_it_was_taken(string answer, bool taken)
    {
        Assert.Equal(taken, RobotCall.Refusal(answer) is null);
        if (!taken)
            Assert.Equal(new CallFailure(CallFailureKind.AnswerRefused, answer), RobotCall.Refusal(answer));
    }

    private static async Task<JsonObject> Body(HttpRequestMessage call) =>
        JsonNode.Parse(await call.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
}
