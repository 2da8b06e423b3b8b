using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Channels;

/// <summary>What may be called from inside the office's network, and how long and how much it may take.</summary>
public sealed class OutgoingCallsTests
{
    private static readonly AllowedNetworks Loopback = AllowedNetworks.Parse(HttpSink.Network)!;

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1")]
    [InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("198.18.0.1"), InlineData("203.0.113.9")]
    [InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1"), InlineData("ff02::1")]
    public void What_is_not_public_is_allowed_only_by_name(string address)
    {
        Assert.False(AllowedNetworks.PublicOnly.Allows(IPAddress.Parse(address)));
        Assert.Equal(address is "10.1.2.3" or "::ffff:10.0.0.1", AllowedNetworks.Parse("10.0.0.0/8")!.Allows(IPAddress.Parse(address)));
    }

    [Theory, InlineData("8.8.8.8"), InlineData("2400:3200::1"), InlineData("::ffff:8.8.8.8"), InlineData("172.32.0.1")]
    public void What_is_public_is_allowed(string address) => Assert.True(AllowedNetworks.PublicOnly.Allows(IPAddress.Parse(address)));

    [Fact]
    public async Task A_call_to_loopback_is_refused_until_its_network_is_named()
    {
        await using var sink = await HttpSink.Start();

        var refused = await Call(sink.Address, AllowedNetworks.PublicOnly);
        Assert.Equal(new CallFailure(CallFailureKind.AddressNotAllowed, "127.0.0.1"), refused.Failure);
        Assert.Empty(sink.Received);

        Assert.Null((await Call(sink.Address, Loopback)).Failure);
        Assert.Single(sink.Received);
    }

    [Fact]
    public async Task A_name_that_answers_otherwise_the_second_time_gains_nothing()
    {
        await using var sink = await HttpSink.Start();
        var port = new Uri(sink.Address).Port;
        var asked = 0;
        NameLookup changing = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "10.255.255.1" : "127.0.0.1")]);

        // Asked once for each connection, and what was answered then is what is connected to.
        Assert.Equal("10.255.255.1", (await Call($"http://rebound.example.test:{port}", Loopback, changing)).Failure?.Answer);
        Assert.Equal(1, asked);
        Assert.Null((await Call($"http://rebound.example.test:{port}", Loopback, changing)).Failure);
        Assert.Equal(2, asked);
        Assert.Equal(CallFailureKind.AddressNotAllowed, (await Call($"http://rebound.example.test:{port}", AllowedNetworks.PublicOnly, changing)).Failure?.Kind);
        Assert.Single(sink.Received);
    }

    [Fact]
    public async Task Of_several_addresses_of_a_name_only_those_that_are_allowed_are_tried()
    {
        await using var sink = await HttpSink.Start();
        NameLookup both = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.255.254"), IPAddress.Loopback]);

        Assert.Null((await Call($"http://two.example.test:{new Uri(sink.Address).Port}", Loopback, both)).Failure);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await HttpSink.Start();
        await using var sink = await HttpSink.Start();
        sink.Answer = (_, context) =>
        {
            context.Response.Redirect(elsewhere.Address);
            return Task.CompletedTask;
        };

        Assert.Equal(CallFailureKind.Redirected, (await Call(sink.Address, Loopback)).Failure?.Kind);
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_left()
    {
        await using var sink = await HttpSink.Start();
        TaskCompletionSource left = new();
        sink.Answer = async (_, context) =>
        {
            context.RequestAborted.Register(left.SetResult);
            await left.Task;
        };

        Assert.Equal(CallFailureKind.TimedOut, (await Call(sink.Address, Loopback, seconds: 0.3)).Failure?.Kind);
        await left.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_an_answer_without_end_only_the_beginning_is_read()
    {
        await using var sink = await HttpSink.Start();
        TaskCompletionSource left = new();
        sink.Answer = async (_, context) =>
        {
            context.RequestAborted.Register(left.SetResult);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 10_000));
        };

        Assert.Equal(1000, (await Call(sink.Address, Loopback)).Answer.Length);
        await left.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_spoken_to()
    {
        using var certificate = SelfMade();
        await using var sink = await HttpSink.Start(certificate);

        Assert.Equal(CallFailureKind.CertificateNotTrusted, (await Call(sink.Address, Loopback)).Failure?.Kind);
        Assert.Empty(sink.Received);
    }

    [Fact]
    public async Task What_cannot_be_reached_is_said()
    {
        string address;
        await using (var gone = await HttpSink.Start())
            address = gone.Address;

        Assert.Equal(CallFailureKind.ConnectionRefused, (await Call(address, Loopback)).Failure?.Kind);
        Assert.Equal(CallFailureKind.HostNotFound, (await Call("http://nobody.example.test", Loopback, (_, _) => Task.FromResult<IPAddress[]>([]))).Failure?.Kind);
    }

    [Theory]
    [InlineData("https://robot.example.test/send?key=1", true), InlineData("ftp://example.test", false), InlineData("http://user:pass@example.test", false)]
    [InlineData("file:///etc/passwd", false), InlineData("//example.test", false), InlineData("", false)]
    public void An_address_is_http_with_a_host_and_without_a_user(string address, bool isOne) => Assert.Equal(isOne, OutgoingCalls.IsAddress(address));

    private static async Task<CallResult> Call(string address, AllowedNetworks allowed, NameLookup? lookup = null, double seconds = 20)
    {
        ServiceCollection services = [];
        services.AddDataProtection();
        services.AddChannels(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Outgoing:Seconds"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Outgoing:AnswerBytes"] = "1000",
        }).Build());
        if (lookup is not null)
            services.AddSingleton(lookup);
        await using var provider = services.BuildServiceProvider();
        using HttpRequestMessage request = new(HttpMethod.Post, address);
        return await provider.GetRequiredService<OutgoingCalls>().Send(request, allowed, wanted: null, TestContext.Current.CancellationToken);
    }

    private static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
