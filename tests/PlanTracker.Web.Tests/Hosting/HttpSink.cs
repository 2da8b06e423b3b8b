using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>A call as it came.</summary>
public sealed record ReceivedCall(string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A real HTTP server on loopback that keeps what it is sent and answers as a test tells it.</summary>
public sealed class HttpSink : IAsyncDisposable
{
    /// <summary>What lets the application call it: by itself it calls nothing on loopback.</summary>
    public const string Network = "127.0.0.0/8";

    private readonly WebApplication server;
    private readonly ConcurrentQueue<ReceivedCall> received = new();

    private HttpSink(WebApplication server) => this.server = server;

    /// <summary>Answers a call; by default as all three kinds of robots do when they are content.</summary>
    public Func<ReceivedCall, HttpContext, Task> Answer { get; set; } = (_, context) => Say(context, """{"errcode":0,"errmsg":"ok"}""");

    public string Address { get; private set; } = "";

    public IReadOnlyList<ReceivedCall> Received => [.. received];

    public static Task Say(HttpContext context, string text, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    }

    public static async Task<HttpSink> Start(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var sink = new HttpSink(builder.Build());
        sink.server.Run(sink.Take);
        await sink.server.StartAsync(TestContext.Current.CancellationToken);
        sink.Address = sink.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return sink;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        ReceivedCall call = new(
            context.Request.Method, context.Request.Path, context.Request.Query.ToDictionary(x => x.Key, x => x.Value.ToString()),
            context.Request.Headers.ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
        received.Enqueue(call);
        await Answer(call, context);
    }
}
