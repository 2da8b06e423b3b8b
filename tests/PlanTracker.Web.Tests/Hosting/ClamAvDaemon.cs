using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>Speaks the part of the ClamAV daemon's protocol that scans a stream, on loopback or a Unix socket. What holds <see cref="Mark"/> it calls infected.</summary>
public sealed class ClamAvDaemon : IAsyncDisposable
{
    public const string Mark = "INFECTED-FOR-THE-TEST";

    private readonly Socket listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private readonly int most;

    private ClamAvDaemon(Socket listener, string address, int most)
    {
        (this.listener, Address, this.most) = (listener, address, most);
        listener.Listen();
        serving = Task.Run(Serve, TestContext.Current.CancellationToken);
    }

    public string Address { get; }

    public ConcurrentQueue<int> Scanned { get; } = [];

    /// <param name="most">Bytes after which the daemon refuses to go on.</param>
    public static ClamAvDaemon OnLoopback(int most = int.MaxValue)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        return new ClamAvDaemon(socket, $"tcp://[::1]:{((IPEndPoint)socket.LocalEndPoint!).Port}", most);
    }

    public static ClamAvDaemon OnSocket()
    {
        var path = Path.Combine(Databases.TemporaryFolder(), "clamd.ctl");
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return new ClamAvDaemon(socket, path, int.MaxValue);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await serving;
        stopping.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptAsync(stopping.Token);
                await using NetworkStream stream = new(client, ownsSocket: false);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(await Answer(stream) + "\0"), stopping.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task<string> Answer(NetworkStream stream)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, stopping.Token);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
            return "UNKNOWN COMMAND";
        using MemoryStream content = new();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, stopping.Token);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
                break;
            if (content.Length + size > most)
                return "INSTREAM size limit exceeded. ERROR";
            var part = new byte[size];
            await stream.ReadExactlyAsync(part, stopping.Token);
            content.Write(part);
        }

        Scanned.Enqueue((int)content.Length);
        return Encoding.UTF8.GetString(content.ToArray()).Contains(Mark, StringComparison.Ordinal) ? "stream: Win.Test.Marked-1 FOUND" : "stream: OK";
    }
}
