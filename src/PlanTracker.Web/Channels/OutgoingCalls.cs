using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace PlanTracker.Web.Channels;

/// <summary>Asks for the addresses of a name.</summary>
public delegate Task<IPAddress[]> NameLookup(string host, CancellationToken cancellation);

/// <summary>Section "Outgoing" of the configuration: what one call may take.</summary>
public sealed class OutgoingLimits
{
    public double Seconds { get; set; } = 20;

    /// <summary>What of an answer is read; the rest stays where it is.</summary>
    public int AnswerBytes { get; set; } = 64 * 1024;
}

/// <summary>An address that nothing may be sent to.</summary>
internal sealed class AddressRefused(string host) : IOException(host);

/// <summary>Makes calls over HTTP to addresses that people typed in. The name is resolved here, each of its addresses is checked, and the connection is made
/// to the address that was checked: a name that answers otherwise the second time gains nothing. Redirects are not followed, proxies not asked, connections
/// not kept; time and the size of the answer have limits.</summary>
public sealed class OutgoingCalls(IHttpClientFactory clients, OutgoingLimits limits)
{
    public const string ClientName = "outgoing";

    private static readonly HttpRequestOptionsKey<AllowedNetworks> Allowed = new("allowed-networks");

    /// <summary>An address that a call can be made to: http or https, with a host, without a user in it.</summary>
    public static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    /// <summary>Answered by a status of success, or why not; what the network does is never thrown.</summary>
    /// <param name="wanted">The one status that means success; null for any from 200 to 299.</param>
    public async Task<CallResult> Send(HttpRequestMessage request, AllowedNetworks allowed, int? wanted, CancellationToken cancellation)
    {
        request.Options.Set(Allowed, allowed);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(TimeSpan.FromSeconds(limits.Seconds));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            var text = await Read(response.Content, limited.Token);
            var status = (int)response.StatusCode;
            if (wanted is null ? response.IsSuccessStatusCode : status == wanted)
                return new CallResult(text);
            return CallResult.Failed(status is >= 300 and < 400 ? CallFailureKind.Redirected : CallFailureKind.StatusRefused, $"{status} {text}".TrimEnd());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return CallResult.Failed(CallFailureKind.TimedOut);
        }
        catch (HttpRequestException failure)
        {
            return Named(failure);
        }
        catch (IOException failure)
        {
            return CallResult.Failed(CallFailureKind.ConnectionLost, failure.Message);
        }
    }

    internal static SocketsHttpHandler Handler(NameLookup lookup) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 16,
        ConnectCallback = async (context, cancellation) =>
        {
            var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
            var allowed = context.InitialRequestMessage.Options.TryGetValue(Allowed, out var networks) ? networks : AllowedNetworks.PublicOnly;
            var found = await lookup(host, cancellation);
            IPAddress[] open = [.. found.Where(allowed.Allows)];
            if (open.Length == 0)
                throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefused(string.Join(' ', found.AsEnumerable()));
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(open, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    private async Task<string> Read(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[limits.AnswerBytes];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static CallResult Named(HttpRequestException failure)
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressRefused refused:
                    return CallResult.Failed(CallFailureKind.AddressNotAllowed, refused.Message);
                case AuthenticationException:
                    return CallResult.Failed(CallFailureKind.CertificateNotTrusted, inner.Message);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return CallResult.Failed(CallFailureKind.HostNotFound, inner.Message);
                case SocketException { SocketErrorCode: SocketError.TimedOut }:
                    return CallResult.Failed(CallFailureKind.TimedOut, inner.Message);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable }:
                    return CallResult.Failed(CallFailureKind.ConnectionRefused, inner.Message);
            }
        }

        return CallResult.Failed(CallFailureKind.ConnectionLost, failure.Message);
    }
}
