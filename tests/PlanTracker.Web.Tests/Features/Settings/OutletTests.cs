using PlanTracker.Domain;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Settings;

/// <summary>Who keeps robots, webhooks and the gateway, and what becomes of their secrets.</summary>
public sealed class OutletTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_office_keeps_those_of_its_own_place_and_nobody_else(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = await Saved(app, world, New(world));

        foreach (var stranger in new[] { world.NeighbourCoordinator, world.Leader, world.SecurityAdministrator, world.DevelopmentReporter, world.DevelopmentHead })
        {
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, New(world) with { Name = "别的" })).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, New(world) with { Id = id })).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new TestOutlet.Command(id))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotFound, (await app.Send(stranger, new RemoveOutlet.Command(id))).Refusal?.Kind);
            Assert.False((await app.Send(stranger, new ListOutlets.Query(world.County.Id))).IsDone);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveOutgoing.Command(new OutgoingSettings()))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveSms.Command(Gateway))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new TestSms.Command("13800000000"))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ReadOutgoing.Query())).Refusal?.Kind);
        }

        Assert.Equal(RefusalKind.NotAllowed, (await app.Send(world.Coordinator, new SaveOutgoing.Command(new OutgoingSettings()))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await app.Send(world.Coordinator, New(world) with { JurisdictionId = world.Neighbour.Id })).Refusal?.Kind);
        Assert.Equal(2, (await app.Send(world.SystemAdministrator, new ListOutlets.Query())).Value.Places.Count);
        Assert.Single((await app.Send(world.Coordinator, new ListOutlets.Query())).Value.Outlets);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Address_and_secret_are_kept_encrypted_and_never_shown(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var id = await Saved(app, world, New(world));

        var row = Assert.Single((await app.Send(world.Coordinator, new ListOutlets.Query())).Value.Outlets);
        Assert.Equal(("robot.example.test", true, "县级工作群"), (row.Host, row.HasSecret, row.Name));
        var kept = await Kept(app);
        Assert.DoesNotContain("key-in-address", kept.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("SECret", kept.Secret, StringComparison.Ordinal);

        // Left empty they stay; a new address comes without the secret of the old.
        await Saved(app, world, New(world) with { Id = id, Name = "新名", SecretAddress = "", Secret = "", Version = row.Version });
        Assert.Equal((kept.Address, kept.Secret, "新名"), ((await Kept(app)).Address, (await Kept(app)).Secret, (await Kept(app)).Name));
        Assert.Equal(RefusalKind.ChangedMeanwhile, (await app.Send(world.Coordinator, New(world) with { Id = id, Version = row.Version })).Refusal?.Kind);
        await Saved(app, world, New(world) with { Id = id, SecretAddress = "https://other.example.test/", Secret = "", Version = (await Kept(app)).Version });
        Assert.Equal(("", "other.example.test"), ((await Kept(app)).Secret, (await Kept(app)).Host));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_the_name_of_its_field()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        await Saved(app, world, New(world) with { Name = "已有" });

        foreach (var (command, field) in new[]
        {
            (New(world) with { Name = " " }, "名称"), (New(world) with { SecretAddress = "" }, "接口地址"), (New(world) with { SecretAddress = "ftp://robot.example.test" }, "接口地址"),
            (New(world) with { Channel = Channel.Sms }, "渠道"), (New(world) with { OrgUnitId = world.County.Id }, "单位"), (New(world) with { Name = "已有" }, "已有"),
        })
            Assert.Equal([field], (await app.Send(world.Coordinator, command)).Refusal?.Arguments);
        foreach (var (settings, field) in new[]
        {
            (Gateway with { Url = "gw" }, "接口地址"), (Gateway with { Method = "DELETE" }, "请求方式"), (Gateway with { Headers = "a b: 中" }, "请求头"),
            (Gateway with { Body = "{\"a\":\"{phone}\"}" }, "请求内容"), (Gateway with { Body = "{phone}{text}" }, "请求内容"),
        })
            Assert.Equal([field], (await app.Send(world.SystemAdministrator, new SaveSms.Command(settings))).Refusal?.Arguments);
        OutgoingSettings networks = new() { AllowedNetworks = "10.0.0.0/8\nintranet" };
        Assert.Equal(["允许的内网网段"], (await app.Send(world.SystemAdministrator, new SaveOutgoing.Command(networks))).Refusal?.Arguments);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_key_of_the_gateway_goes_only_to_the_gateway_it_was_given_for(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await app.Send(world.SystemAdministrator, new SaveSms.Command(Gateway with { Secret = "gateway-key" }));
        await app.Send(world.SystemAdministrator, new SaveSms.Command(Gateway with { SuccessText = "OK" }));

        var shown = (await app.Send(world.SystemAdministrator, new ReadOutgoing.Query())).Value;
        Assert.Equal(("", true, "OK"), (shown.Sms!.Secret, shown.HasSecret, shown.Sms.SuccessText));
        Assert.DoesNotContain("gateway-key", await app.InStore(db => Task.FromResult(db.Settings.Single(x => x.Key == "sms").Value)), StringComparison.Ordinal);
        await app.Send(world.SystemAdministrator, new SaveSms.Command(Gateway with { Url = "https://other.example.test/" }));
        Assert.False((await app.Send(world.SystemAdministrator, new ReadOutgoing.Query())).Value.HasSecret);
        await app.Send(world.SystemAdministrator, new SaveSms.Command(Gateway with { Url = "" }));
        Assert.Null((await app.Send(world.SystemAdministrator, new ReadOutgoing.Query())).Value.Sms);
    }

    [Fact]
    public async Task A_test_shows_the_answer_or_why_not()
    {
        await using var sink = await HttpSink.Start();
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        var id = await Saved(app, world, New(world) with { SecretAddress = sink.Address + "/robot" });
        Assert.Equal(CallFailureKind.NotConfigured, await Try(app, world, id));
        await app.Send(world.SystemAdministrator, new SaveOutgoing.Command(new OutgoingSettings { PublicUrl = "https://tracker.example.test" }));
        Assert.Equal(CallFailureKind.AddressNotAllowed, await Try(app, world, id));
        OutgoingSettings allowed = new() { PublicUrl = "https://tracker.example.test", AllowedNetworks = HttpSink.Network };
        await app.Send(world.SystemAdministrator, new SaveOutgoing.Command(allowed));

        Assert.Null(await Try(app, world, id));
        Assert.Contains("/robot", Assert.Single(sink.Received).Path, StringComparison.Ordinal);
        sink.Answer = (_, context) => HttpSink.Say(context, "no", 403);
        Assert.Equal(CallFailureKind.StatusRefused, await Try(app, world, id));

        await app.Send(world.SystemAdministrator, new SaveSms.Command(Gateway with { Url = sink.Address, SuccessStatus = 403 }));
        Assert.Equal("no", (await app.Send(world.SystemAdministrator, new TestSms.Command("13800000000"))).Value.Answer);
        Assert.Equal(CallFailureKind.InvalidAddress, (await app.Send(world.SystemAdministrator, new TestSms.Command("call me"))).Value.Failure?.Kind);
    }

    private static SmsSettings Gateway => new() { Url = "https://gw.example.test/send", Body = """{"a":"{phone}","b":"{text}","c":"{secret}"}""" };

    private static SaveOutlet.Command New(World world) =>
        new(null, world.County.Id, Channel.DingTalk, "县级工作群", null, "https://robot.example.test/send?token=key-in-address", "SECret");

    private static async Task<Guid> Saved(TestApp app, World world, SaveOutlet.Command command)
    {
        var saved = await app.Send(world.Coordinator, command);
        Assert.Null(saved.Refusal);
        return saved.Value;
    }

    private static Task<Outlet> Kept(TestApp app) => app.InStore(db => Task.FromResult(db.Outlets.Single()));

    private static async Task<CallFailureKind?> Try(TestApp app, World world, Guid id) => (await app.Send(world.Coordinator, new TestOutlet.Command(id))).Value.Failure?.Kind;
}
