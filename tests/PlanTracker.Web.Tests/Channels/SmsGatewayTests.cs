using System.Text.Json.Nodes;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Channels;

public sealed class SmsGatewayTests
{
    private const string Awkward = "他说：\"100% & {phone}\"\n\\末行";

    [Fact]
    public async Task In_a_body_of_JSON_words_stay_words()
    {
        using var call = SmsGateway.Request(
            new SmsSettings { Url = "https://gw.example.test/send", Body = """{"to":["{phone}"],"content":"【司法局】{text}"}""" }, "13800000000", Awkward)!;

        var body = JsonNode.Parse(await call.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("13800000000", "【司法局】" + Awkward), ((string?)body["to"]![0], (string?)body["content"]));
    }

    [Fact]
    public async Task In_a_form_and_in_an_address_words_are_escaped()
    {
        await using var sink = await HttpSink.Start();
        using var call = SmsGateway.Request(
            new SmsSettings
            {
                Url = sink.Address + "/send?mobile={phone}&msg={text}&key={secret}", BodyKind = SmsBody.Form, Body = "mobile={phone}&content={text}", Secret = "a+b/c=",
                Headers = "Authorization: Bearer {secret}\nX-App: tracker",
            },
            "+8613800000000", Awkward)!;
        using HttpClient client = new();
        await client.SendAsync(call, TestContext.Current.CancellationToken);

        var received = Assert.Single(sink.Received);
        Assert.Equal(("+8613800000000", Awkward, "a+b/c="), (received.Query["mobile"], received.Query["msg"], received.Query["key"]));
        Assert.Equal(("Bearer a+b/c=", "tracker"), (received.Headers["Authorization"], received.Headers["X-App"]));
        var form = received.Body.Split('&').Select(x => x.Split('=')).ToDictionary(x => x[0], x => Uri.UnescapeDataString(x[1]));
        Assert.Equal(("+8613800000000", Awkward), (form["mobile"], form["content"]));
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", received.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("POST", "https://gw.example.test", "", "{\"to\":{phone}")]
    [InlineData("POST", "gw.example.test", "", "{}")]
    [InlineData("POST", "https://gw.example.test", "no colon", "{}")]
    [InlineData("POST", "https://gw.example.test", "X-Name: 中文", "{}")]
    [InlineData("POST", "https://gw.example.test", "Content-Length: 5", "{}")]
    [InlineData("DELETE", "https://gw.example.test", "", "{}")]
    public void A_template_that_makes_no_call_makes_none(string method, string url, string headers, string body) =>
        Assert.Null(SmsGateway.Request(new SmsSettings { Method = method, Url = url, Headers = headers, Body = body }, "13800000000", "x"));

    [Theory, InlineData("138 0000-0000", "13800000000"), InlineData("+86 13800000000", "+8613800000000"), InlineData("0000", null), InlineData("13800000000;rm", null), InlineData("", null)]
    public void A_telephone_number_is_digits(string written, string? phone) => Assert.Equal(phone, SmsGateway.Phone(written));
}
