using PlanTracker.Domain;
using PlanTracker.Web.Features.Settings;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Settings;

public sealed class MailSettingsTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Only_the_system_administrator_sees_or_sets_how_mail_is_sent(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        foreach (var stranger in new[] { world.Coordinator, world.Leader, world.SecurityAdministrator, world.DevelopmentReporter })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new ReadMailSettings.Query())).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new SaveMailSettings.Command(Settings))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(stranger, new TestMail.Command("a@example.test"))).Refusal?.Kind);
        }

        Assert.Null((await app.Send(world.SystemAdministrator, new ReadMailSettings.Query())).Value.Settings);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_password_is_kept_encrypted_is_never_shown_and_stays_when_left_empty(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        await Save(app, world, Settings with { User = "office", Password = "p4ss-w0rd" });
        await Save(app, world, Settings with { User = "office", FromName = "司法局" });

        var shown = (await app.Send(world.SystemAdministrator, new ReadMailSettings.Query())).Value;
        Assert.Equal(("", true, "司法局"), (shown.Settings!.Password, shown.HasPassword, shown.Settings.FromName));
        var kept = await app.InStore(db => Task.FromResult(db.Settings.Single(x => x.Key == "mail").Value));
        Assert.DoesNotContain("p4ss-w0rd", kept, StringComparison.Ordinal);

        // Another server never gets to know the password that was given for this one.
        await Save(app, world, Settings with { Host = "other.example.test", User = "office" });
        Assert.False((await app.Send(world.SystemAdministrator, new ReadMailSettings.Query())).Value.HasPassword);
        await Save(app, world, Settings with { Host = "" });
        Assert.Null((await app.Send(world.SystemAdministrator, new ReadMailSettings.Query())).Value.Settings);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_the_name_of_its_field()
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);

        foreach (var (settings, field) in new[]
        {
            (Settings with { Host = "no host" }, "邮件服务器"), (Settings with { Port = 0 }, "端口"), (Settings with { FromAddress = "司法局" }, "发件地址"),
            (Settings with { PublicUrl = "javascript:alert(1)" }, "系统访问地址"), (Settings with { TrustedCertificate = "none" }, "服务器证书"),
        })
            Assert.Equal(new Refusal(RefusalKind.Invalid, field).Arguments, (await app.Send(world.SystemAdministrator, new SaveMailSettings.Command(settings))).Refusal?.Arguments);
    }

    [Fact]
    public async Task A_test_mail_shows_the_answer_of_the_server_or_why_not()
    {
        await using var sink = await SmtpSink.Start();
        await using var app = await TestApp.Start(Database.Sqlite);
        var world = await World.Found(app);
        Assert.Equal(MailFailureKind.NotConfigured, (await Try(app, world, "a@example.test")).Failure?.Kind);
        await Save(app, world, sink.Settings);

        Assert.Equal("250 2.0.0 kept", (await Try(app, world, "a@example.test")).Answer);
        Assert.Equal(MailFailureKind.RecipientRefused, (await Try(app, world, "unknown@example.test")).Failure?.Kind);
        Assert.Equal("【任务台账】测试邮件", Assert.Single(sink.Received()).Subject);
    }

    [Fact]
    public async Task Until_somebody_sets_them_the_settings_of_the_configuration_count()
    {
        await using var sink = await SmtpSink.Start();
        await using var app = await TestApp.Start(Database.Sqlite, new Dictionary<string, string>
        {
            ["Mail:Host"] = "localhost", ["Mail:Port"] = $"{sink.Port}", ["Mail:From"] = "tracker@example.test", ["Mail:PublicAddress"] = "http://localhost:5080/",
        });
        var world = await World.Found(app);

        Assert.Null((await Try(app, world, "a@example.test")).Failure);
        Assert.Equal("<tracker@example.test>", Assert.Single(sink.Received()).From);
    }

    private static MailSettings Settings => new()
    {
        Host = "mail.example.test", Port = 465, Security = MailSecurity.ImplicitTls, FromAddress = "tracker@example.test", PublicUrl = "https://tracker.example.test/",
    };

    private static async Task Save(TestApp app, World world, MailSettings settings) =>
        Assert.True((await app.Send(world.SystemAdministrator, new SaveMailSettings.Command(settings))).IsDone);

    private static async Task<MailResult> Try(TestApp app, World world, string address) =>
        (await app.Send(world.SystemAdministrator, new TestMail.Command(address))).Value;
}
