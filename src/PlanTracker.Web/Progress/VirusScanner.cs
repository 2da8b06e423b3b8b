using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using PlanTracker.Domain;

namespace PlanTracker.Web.Progress;

/// <summary>Asks a ClamAV daemon, where one is set, by the INSTREAM command of its protocol. What could not be scanned is not taken.</summary>
public sealed class VirusScanner(EvidenceOptions options, ILogger<VirusScanner> log)
{
    private const int Chunk = 64 << 10;
    private const int LongestAnswer = 4096;

    /// <summary>Null where the file is clean, or no scanner is set.</summary>
    /// <param name="name">As the sentence calls the file.</param>
    public async Task<Refusal?> Complaint(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (options.ClamAv.Length == 0)
            return null;
        string answer;
        try
        {
            answer = await Ask(content, cancellation);
        }
        catch (Exception failure) when (failure is SocketException or IOException or FormatException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            LogUnreachable(log, options.ClamAv, failure);
            return new Refusal(RefusalKind.FileNotScanned, name);
        }

        // "stream: OK", "stream: NAME FOUND", else an error such as a size limit.
        if (answer.EndsWith(" OK", StringComparison.Ordinal))
            return null;
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            return new Refusal(RefusalKind.FileInfected, name, answer[..^" FOUND".Length].Split(": ").Last());
        LogAnswer(log, options.ClamAv, answer);
        return new Refusal(RefusalKind.FileNotScanned, name);
    }

    private async Task<string> Ask(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.ClamAvSeconds));
        using var socket = await Connect(options.ClamAv, limit.Token);
        await using NetworkStream stream = new(socket, ownsSocket: false);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), limit.Token);
        var length = new byte[4];
        try
        {
            for (var at = 0; at < content.Length; at += Chunk)
            {
                var part = content.Slice(at, Math.Min(Chunk, content.Length - at));
                BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
                await stream.WriteAsync(length, limit.Token);
                await stream.WriteAsync(part, limit.Token);
            }

            await stream.WriteAsync(new byte[4], limit.Token);
        }
        catch (IOException)
        {
            // The daemon stops listening at its size limit; its answer may still be there to be read.
        }

        return await Answer(stream, limit.Token);
    }

    private static async Task<string> Answer(NetworkStream stream, CancellationToken cancellation)
    {
        var bytes = new byte[LongestAnswer];
        var read = 0;
        while (read < bytes.Length)
        {
            var more = await stream.ReadAsync(bytes.AsMemory(read), cancellation);
            if (more == 0)
                break;
            read += more;
            if (bytes[read - 1] == 0)
                break;
        }

        return Encoding.UTF8.GetString(bytes, 0, read).TrimEnd('\0', '\n');
    }

    /// <summary>tcp://host:port, host:port, or the path of a Unix socket.</summary>
    private static async Task<Socket> Connect(string address, CancellationToken cancellation)
    {
        if (address.StartsWith("unix:", StringComparison.Ordinal) || address.StartsWith('/'))
        {
            Socket local = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            return await Connected(local, local.ConnectAsync(new UnixDomainSocketEndPoint(address.StartsWith('/') ? address : address["unix:".Length..]), cancellation));
        }

        if (!Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : $"tcp://{address}", UriKind.Absolute, out var uri) || uri.Port <= 0)
            throw new FormatException($"Evidence:ClamAv is no address: {address}");
        Socket remote = new(SocketType.Stream, ProtocolType.Tcp);
        return await Connected(remote, remote.ConnectAsync(uri.DnsSafeHost, uri.Port, cancellation));
    }

    private static async Task<Socket> Connected(Socket socket, ValueTask connecting)
    {
        try
        {
            await connecting;
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static readonly Action<ILogger, string, Exception?> LogUnreachable = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(1, "ScannerUnreachable"), "The virus scanner at {Address} does not answer; files are refused until it does.");

    private static readonly Action<ILogger, string, string, Exception?> LogAnswerOf = LoggerMessage.Define<string, string>(
        LogLevel.Error, new EventId(2, "ScannerRefused"), "The virus scanner at {Address} could not scan a file: {Answer}");

    private static void LogAnswer(ILogger log, string address, string answer) => LogAnswerOf(log, address, answer, null);
}
