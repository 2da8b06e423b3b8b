using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Reminders;

/// <summary>Reminders on their way out: to groups, to other systems, to telephones.</summary>
public sealed class ChannelTests
{
    private const string Secret = "SEC-loopback-only";

    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Each_group_is_told_once_a_day_in_counts_and_signed_for(Database database)
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        await Outlet(app, county, Channel.WeCom, "县级工作群", null, sink.Address + "/wecom?key=k1", "");
        await Outlet(app, county, Channel.DingTalk, "发改局群", county.World.Development.Id, sink.Address + "/dingtalk?access_token=t1", Secret);
        await Outlet(app, county, Channel.Feishu, "财政局群", county.World.Finance.Id, sink.Address + "/feishu/h1", Secret);
        await Outlet(app, county, Channel.Webhook, "政务平台", null, sink.Address + "/hook", Secret);
        await county.RunDay(Monday);

        Assert.Equal([DigestState.Sent, DigestState.Sent, DigestState.Sent, DigestState.Sent], await SendAll(app));

        var calls = sink.Received.ToDictionary(x => x.Path);
        Assert.Equal("今日向 2 个单位发出提醒，涉及 3 项任务：", Markdown(calls["/wecom"])["content"].Split("\n\n")[1]);
        Assert.Contains("逾期 1 项，即将到期 2 项", Markdown(calls["/wecom"])["content"], StringComparison.Ordinal);
        Assert.Contains("望湖县发展和改革局有 2 项任务需要办理", Markdown(calls["/dingtalk"])["text"], StringComparison.Ordinal);
        Assert.Contains("(https://tracker.example.test/)", Markdown(calls["/dingtalk"])["text"], StringComparison.Ordinal);
        var timestamp = calls["/dingtalk"].Query["timestamp"];
        Assert.Equal(new DateTimeOffset(app.Clock.UtcNow).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(Hmac(Secret, $"{timestamp}\n{Secret}"), calls["/dingtalk"].Query["sign"]);
        var feishu = JsonNode.Parse(calls["/feishu/h1"].Body)!;
        Assert.Equal(Hmac($"{(string?)feishu["timestamp"]}\n{Secret}", ""), (string?)feishu["sign"]);
        var hook = calls["/hook"];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{hook.Headers[WebhookCall.TimestampHeader]}.{hook.Body}"));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(signed), hook.Headers[WebhookCall.SignatureHeader]);
        Assert.All(sink.Received, x => Assert.DoesNotContain("决策", x.Body + Decoded(x.Body), StringComparison.Ordinal));

        await county.RunDay(Monday);
        Assert.Empty(await SendAll(app));
        Assert.Equal(4, sink.Received.Count);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_robot_that_says_no_is_asked_again_and_at_last_the_office_sees_it(Database database)
    {
        await using var sink = await HttpSink.Start();
        sink.Answer = (_, context) => HttpSink.Say(context, """{"errcode":310000,"errmsg":"sign not match"}""");
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        await Outlet(app, county, Channel.DingTalk, "发改局群", county.World.Development.Id, sink.Address + "/dingtalk", Secret);
        await county.RunDay(Monday);

        Assert.Equal([DigestState.Failed], await SendAll(app));
        Assert.Empty(await SendAll(app));
        for (var i = 0; i < 20; i++)
        {
            app.Time.Advance(TimeSpan.FromHours(6));
            await SendAll(app);
        }

        Assert.Equal(6, sink.Received.Count);
        Assert.Equal(1, (await app.Send(county.World.Coordinator, new ReminderSummary.Query())).Value.Failed);
        var row = Assert.Single((await app.Send(county.World.Coordinator, new ListDigests.Query(State: DigestState.Failed, Unit: "发展"))).Rows);
        Assert.Equal(("发改局群", "望湖县发展和改革局", 2, 6, null), (row.Address, row.Unit, row.Tasks, row.Attempts, row.TryAgainAt));
        Assert.Equal(CallFailureKind.AnswerRefused, CallFailure.Parse(row.Failure!).Kind);
        var failures = (await app.Send(county.World.Coordinator, new ListOutlets.Query())).Value.Failures;
        Assert.Equal(("发改局群", Channel.DingTalk), (Assert.Single(failures).To, failures[0].Channel));

        sink.Answer = (_, context) => HttpSink.Say(context, """{"errcode":0}""");
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.NeighbourCoordinator, new SendDigest.Command(row.Id, Anew: true))).Refusal?.Kind);
        Assert.Equal(DigestState.Sent, (await app.Send(county.World.Coordinator, new SendDigest.Command(row.Id, Anew: true))).Value);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_crash_between_sending_and_marking_repeats_the_call_under_its_id_and_the_ledger_shows_one(Database database)
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        await Outlet(app, county, Channel.Webhook, "政务平台", null, sink.Address + "/hook", Secret);
        await county.RunDay(Monday);
        var id = Assert.Single(await county.Digests(), x => x.OutletId is not null).Id;

        // The server takes the message, and the process is gone before it hears of it: its request is given up while it waits for the answer.
        using CancellationTokenSource death = new();
        sink.Answer = async (_, context) =>
        {
            await death.CancelAsync();
            await HttpSink.Say(context, "taken");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dispatch(app, new SendDigest.Command(id), death.Token));
        sink.Answer = (_, context) => HttpSink.Say(context, "taken");

        var left = Assert.Single(await county.Digests(), x => x.OutletId is not null);
        Assert.Equal((DigestState.Waiting, 1, app.Clock.UtcNow.AddMinutes(10)), (left.State, left.Attempts, left.TryAgainAt));
        await using (var other = app.Beside())
        {
            other.Time.MoveTo(Monday, 8);
            Assert.Empty(await SendAll(other));
            other.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal([DigestState.Sent], await SendAll(other));
        }

        Assert.Equal(2, sink.Received.Count);
        Assert.Equal(id.ToString(), Assert.Single(sink.Received.Select(x => x.Headers[WebhookCall.DeliveryHeader]).Distinct()));
        var kept = Assert.Single(await county.Digests(), x => x.OutletId is not null);
        Assert.Equal((DigestState.Sent, 2), (kept.State, kept.Attempts));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Outside_its_hours_nothing_leaves_and_the_message_is_there_all_the_same(Database database)
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        await Outlet(app, county, Channel.Webhook, "政务平台", null, sink.Address + "/hook", Secret);
        var place = (await app.Send(county.World.Coordinator, new ListOutlets.Query())).Value.Chosen;
        SaveSendingHours.Command hours = new(place.Id, new TimeOnly(9, 30), new TimeOnly(17, 0), false, place.Version);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.NeighbourCoordinator, hours)).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.DevelopmentHead, hours)).Refusal?.Kind);
        Assert.Equal(RefusalKind.Invalid, (await app.Send(county.World.Coordinator, hours with { From = new TimeOnly(17, 0) })).Refusal?.Kind);
        Assert.True((await app.Send(county.World.Coordinator, hours)).IsDone);
        await county.RunDay(Monday);

        Assert.Empty(await SendAll(app));
        var waiting = Assert.Single(await county.Digests(), x => x.OutletId is not null);
        Assert.Equal(DigestState.Waiting, (await app.Send(county.World.Coordinator, new SendDigest.Command(waiting.Id))).Value);
        Assert.Equal(0, (await county.Digests()).Single(x => x.Id == waiting.Id).Attempts);
        Assert.Contains(await county.Digests(), x => x is { Channel: Channel.InApp, State: DigestState.Sent });
        app.Time.MoveTo(Monday, 17);
        Assert.Empty(await SendAll(app));
        app.Time.MoveTo(Monday.AddDays(1), 10);
        Assert.Equal([DigestState.Sent], await SendAll(app));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_text_message_goes_to_who_has_a_telephone_and_wants_it(Database database)
    {
        await using var sink = await HttpSink.Start();
        sink.Answer = (call, context) => HttpSink.Say(context, call.Body.Contains("13900000001", StringComparison.Ordinal) ? """{"code":"OK"}""" : """{"code":"LIMIT"}""");
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        Assert.True((await app.Send(county.World.SystemAdministrator, new SaveSms.Command(new SmsSettings
        {
            Url = sink.Address + "/send", Headers = "X-Key: {secret}", Body = """{"mobile":"{phone}","content":"【望湖司法】{text}"}""", Secret = "gateway-key",
            SuccessText = "\"code\":\"OK\"",
        }))).IsDone);
        Assert.True((await app.Send(county.World.DevelopmentReporter, new ChooseReminders.Command(ByMail: false, BySms: true, "139 0000 0001"))).IsDone);
        Assert.True((await app.Send(county.World.FinanceReporter, new ChooseReminders.Command(ByMail: true, BySms: false, "13900000002"))).IsDone);
        await county.RunDay(Monday);

        Assert.Equal([DigestState.Sent], await SendAll(app));

        var call = Assert.Single(sink.Received);
        Assert.Equal("gateway-key", call.Headers["X-Key"]);
        var digest = Assert.Single(await county.Digests(), x => x.Channel == Channel.Sms);
        Assert.Equal(
            ("13900000001", $"【望湖司法】6 月 15 日提醒：逾期 1 项，即将到期 1 项。请登录系统查看：https://tracker.example.test/messages/{digest.Id}"),
            ((string?)JsonNode.Parse(call.Body)!["mobile"], (string?)JsonNode.Parse(call.Body)!["content"]));
        Assert.DoesNotContain(await county.Digests(), x => x.Channel == Channel.Mail && x.AccountId == county.World.DevelopmentReporter.AccountId);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_waits_for_a_removed_robot_is_withdrawn_and_what_it_was_told_stays(Database database)
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        var told = await Outlet(app, county, Channel.WeCom, "县级工作群", null, sink.Address + "/a", "");
        await county.RunDay(Monday);
        await SendAll(app);
        var waiting = await Outlet(app, county, Channel.WeCom, "新群", null, sink.Address + "/b", "");
        await county.Task(county.World.Finance, Monday.AddDays(-30), Monday.AddDays(4));
        await county.RunDay(Monday.AddDays(1));

        foreach (var id in new[] { told, waiting })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(county.World.NeighbourCoordinator, new RemoveOutlet.Command(id))).Refusal?.Kind);
            Assert.True((await app.Send(county.World.Coordinator, new RemoveOutlet.Command(id))).IsDone);
        }

        Assert.All(await SendAll(app), x => Assert.Equal(DigestState.Withdrawn, x));
        Assert.Single(sink.Received);
        Assert.Contains((await app.Send(county.World.Coordinator, new ListDigests.Query(Channel.WeCom, DigestState.Sent))).Rows, x => x.Address == "县级工作群");
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_unit_without_accounts_is_reached_by_its_own_robot(Database database)
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(database);
        var county = await Prepared(app);
        await county.Task(county.World.Town, Monday.AddDays(-30), Monday.AddDays(3));
        await Outlet(app, county, Channel.WeCom, "柳堤镇群", county.World.Town.Id, sink.Address + "/town", "");

        Assert.Equal(0, (await county.RunDay(Monday)).Delivered.WithoutRecipient);
        await SendAll(app);

        Assert.Contains("柳堤镇人民政府有 1 项任务", Markdown(Assert.Single(sink.Received))["content"], StringComparison.Ordinal);
    }

    /// <summary>Two tasks of one unit and one of another that are reminded of on Monday; calls to loopback are allowed, mail is off.</summary>
    private static async Task<ReminderWorld> Prepared(TestApp app)
    {
        var county = await ReminderWorld.Found(app, Monday.AddDays(-30));
        OutgoingSettings outgoing = new() { PublicUrl = "https://tracker.example.test/", AllowedNetworks = HttpSink.Network };
        Assert.True((await app.Send(county.World.SystemAdministrator, new SaveOutgoing.Command(outgoing))).IsDone);
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(3));
        await county.Task(county.World.Development, Monday.AddDays(-30), Monday.AddDays(-3));
        await county.Task(county.World.Finance, Monday.AddDays(-30), Monday.AddDays(7));
        return county;
    }

    private static async Task<Guid> Outlet(TestApp app, ReminderWorld county, Channel channel, string name, Guid? unit, string address, string secret) =>
        (await app.Send(county.World.Coordinator, new SaveOutlet.Command(null, county.World.County.Id, channel, name, unit, address, secret))).Value;

    private static async Task<List<DigestState>> SendAll(TestApp app)
    {
        List<DigestState> states = [];
        foreach (var id in await app.Send(Actor.System, new DigestsToSend.Query()))
            states.Add((await app.Send(Actor.System, new SendDigest.Command(id))).Value);
        return states;
    }

    private static Task<Outcome<DigestState>> Dispatch(TestApp app, SendDigest.Command command, CancellationToken cancellation) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<PlanTracker.Web.Requests.Dispatcher>(app.Services)
            .Send(Actor.System, command, cancellation);

    private static Dictionary<string, string> Markdown(ReceivedCall call) =>
        JsonNode.Parse(call.Body)!["markdown"]!.AsObject().ToDictionary(x => x.Key, x => x.Value!.ToString());

    private static string Decoded(string json) => JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static string Hmac(string key, string words) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(words)));
}
