using System.Net;
using System.Net.Sockets;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Mail;

public sealed class MailSubmissionTests
{
    private static readonly Guid Id = Guid.Parse("0197f0aa-0000-7000-8000-000000000001");

    public static TheoryData<MailSecurity, bool> Ways =>
        new(from security in Enum.GetValues<MailSecurity>() from asksSignIn in new[] { false, true } select (security, asksSignIn));

    [Theory, MemberData(nameof(Ways))]
    public async Task A_letter_arrives_as_it_was_written(MailSecurity security, bool asksSignIn)
    {
        await using var sink = await SmtpSink.Start(security, asksSignIn);

        var result = await Send(sink.Settings, Letter());

        Assert.Null(result.Failure);
        Assert.Equal("250 2.0.0 kept", result.Answer);
        var mail = Assert.Single(sink.Received());
        Assert.Equal("【任务台账】6 月 15 日提醒：逾期 2 项，今日到期 1 项，即将到期 3 项，待签收 1 项", mail.Subject);
        Assert.Equal("望湖县司法局 <tracker@example.test>", mail.From);
        Assert.Equal("<someone@example.test>", mail.To);
        Assert.Equal("<0197f0aa000070008000000000000001@example.test>", mail.MessageId);
        Assert.Equal("第一行\n.以点开头\n..\n.\n末行", mail.Text);
        Assert.Equal("<p>正文</p>", mail.Html);
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.True(line.Length <= 78 && line.All(char.IsAscii), line));
    }

    [Theory, InlineData(MailSecurity.StartTls), InlineData(MailSecurity.ImplicitTls)]
    public async Task A_certificate_that_nobody_vouches_for_is_not_spoken_to(MailSecurity security)
    {
        await using var sink = await SmtpSink.Start(security);

        var result = await Send(sink.Settings with { TrustedCertificate = "" }, Letter());

        Assert.Equal(MailFailureKind.CertificateNotTrusted, result.Failure?.Kind);
        Assert.Empty(sink.Received());
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_not_spoken_to()
    {
        await using var sink = await SmtpSink.Start(MailSecurity.ImplicitTls);

        var result = await Send(sink.Settings with { Host = "127.0.0.2" }, Letter());

        Assert.Contains(result.Failure?.Kind, new MailFailureKind?[] { MailFailureKind.CertificateNotTrusted, MailFailureKind.ConnectionRefused });
        Assert.Empty(sink.Received());
    }

    [Fact]
    public async Task Encryption_that_is_not_offered_is_not_done_without()
    {
        await using var sink = await SmtpSink.Start();

        var result = await Send(sink.Settings with { Security = MailSecurity.StartTls }, Letter());

        Assert.Equal(MailFailureKind.StartTlsNotOffered, result.Failure?.Kind);
        Assert.Empty(sink.Received());
    }

    [Fact]
    public async Task A_wrong_password_says_what_the_server_said()
    {
        await using var sink = await SmtpSink.Start(MailSecurity.StartTls, asksSignIn: true);

        var result = await Send(sink.Settings with { Password = "wrong" }, Letter());

        Assert.Equal(MailFailureKind.SignInRefused, result.Failure?.Kind);
        Assert.StartsWith("535 ", result.Failure?.Answer, StringComparison.Ordinal);
        Assert.Empty(sink.Received());
    }

    [Fact]
    public async Task An_unknown_mailbox_is_told_from_a_server_that_fails()
    {
        await using var sink = await SmtpSink.Start();

        var result = await Send(sink.Settings, Letter() with { To = "unknown@example.test" });

        Assert.Equal(new MailFailure(MailFailureKind.RecipientRefused, "550 5.1.1 no such mailbox"), result.Failure);
        Assert.Empty(sink.Received());
    }

    [Theory]
    [InlineData(""), InlineData("没有@example.test"), InlineData("a@b.test\r\nRCPT TO:<c@d.test>"), InlineData("a@b.test, c@d.test"), InlineData("A <a@b.test>")]
    public async Task What_is_no_address_never_reaches_the_wire(string address)
    {
        await using var sink = await SmtpSink.Start();

        var result = await Send(sink.Settings, Letter() with { To = address });

        Assert.Equal(MailFailureKind.InvalidAddress, result.Failure?.Kind);
        Assert.Empty(sink.Received());
    }

    [Fact]
    public async Task A_server_that_is_not_there_refuses_the_connection()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var result = await Send(Settings(port), Letter());

        Assert.Equal(MailFailureKind.ConnectionRefused, result.Failure?.Kind);
    }

    [Theory, InlineData("", MailFailureKind.ConnectionLost)]
    [InlineData("554 5.7.1 come back never\r\n", MailFailureKind.ServerRefused), InlineData("HTTP/1.1 400 Bad Request\r\n", MailFailureKind.ServerRefused)]
    public async Task What_is_no_mail_server_ends_the_conversation(string greeting, MailFailureKind kind)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        var answered = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting));
        });

        var result = await Send(Settings(((IPEndPoint)listener.LocalEndpoint).Port), Letter());
        await answered;

        Assert.Equal(kind, result.Failure?.Kind);
    }

    private static Letter Letter() => new(
        Id, "someone@example.test", "【任务台账】6 月 15 日提醒：逾期 2 项，今日到期 1 项，即将到期 3 项，待签收 1 项", "第一行\n.以点开头\n..\n.\n末行", "<p>正文</p>",
        new DateTime(2026, 6, 15, 1, 0, 0, DateTimeKind.Utc));

    private static MailSettings Settings(int port) => new()
    {
        Host = "127.0.0.1", Port = port, Security = MailSecurity.None, FromAddress = "tracker@example.test", PublicUrl = "https://tracker.example.test",
    };

    private static Task<MailResult> Send(MailSettings settings, Letter letter) => new MailSubmission().Send(settings, letter, TestContext.Current.CancellationToken);
}
