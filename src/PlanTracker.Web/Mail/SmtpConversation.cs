using System.Globalization;
using System.Text;

namespace PlanTracker.Web.Mail;

/// <summary>Ends a conversation with a mail server; caught where it began and handed on as a value.</summary>
internal sealed class SmtpRefusal(MailFailureKind kind, string answer) : Exception(answer)
{
    public MailFailure Failure { get; } = new(kind, answer);
}

/// <summary>Command and answer, line by line (RFC 5321).</summary>
internal sealed class SmtpConversation(Stream stream)
{
    private const int LongestLine = 4096;
    private const int MostLines = 200;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>Says EHLO and gives what the server offers: names of extensions, and "AUTH PLAIN" for each way to sign in.</summary>
    public async Task<IReadOnlySet<string>> Greet(string name, CancellationToken cancellation)
    {
        await Write($"EHLO {name}", cancellation);
        var (code, lines) = await Read(cancellation);
        if (code != 250)
            throw new SmtpRefusal(MailFailureKind.ServerRefused, Said(code, lines));
        HashSet<string> offers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                offers.Add(words[0]);
            if (words is ["AUTH" or "auth", ..])
                offers.UnionWith(words.Skip(1).Select(way => $"AUTH {way}"));
        }

        return offers;
    }

    public async Task<string> Ask(string command, int wanted, MailFailureKind otherwise, CancellationToken cancellation)
    {
        await Write(command, cancellation);
        return await Expect(wanted, otherwise, cancellation);
    }

    public async Task<string> Expect(int wanted, MailFailureKind otherwise, CancellationToken cancellation)
    {
        var (code, lines) = await Read(cancellation);

        // 251: not local, will be forwarded; as good as taken.
        if (code != wanted && !(wanted == 250 && code == 251))
            throw new SmtpRefusal(otherwise, Said(code, lines));
        return Said(code, lines);
    }

    /// <summary>A line that begins with a dot gets a second one; a line of one dot ends the message.</summary>
    public async Task<string> SendData(byte[] message, CancellationToken cancellation)
    {
        using MemoryStream stuffed = new(message.Length + 64);
        var atLineStart = true;
        foreach (var one in message)
        {
            if (atLineStart && one == '.')
                stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(one);
            atLineStart = one == '\n';
        }

        stuffed.Write(".\r\n"u8);
        await stream.WriteAsync(stuffed.GetBuffer().AsMemory(0, (int)stuffed.Length), cancellation);
        await stream.FlushAsync(cancellation);
        return await Expect(250, MailFailureKind.MessageRefused, cancellation);
    }

    /// <summary>The message is accepted by now: how the server says goodbye changes nothing.</summary>
    public async Task Leave(CancellationToken cancellation)
    {
        try
        {
            await Write("QUIT", cancellation);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Nothing that was said in the clear may be read as if it had been said inside TLS.</summary>
    public void MustBeSilent()
    {
        if (start != end)
            throw new SmtpRefusal(MailFailureKind.ServerRefused, Encoding.ASCII.GetString(buffer, start, end - start));
    }

    private static string Said(int code, IReadOnlyList<string> lines) => string.Create(CultureInfo.InvariantCulture, $"{code} {string.Join(' ', lines)}");

    private async Task Write(string command, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellation);
        await stream.FlushAsync(cancellation);
    }

    private async Task<(int Code, IReadOnlyList<string> Lines)> Read(CancellationToken cancellation)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            var line = await ReadLine(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new SmtpRefusal(MailFailureKind.ServerRefused, line);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return (code, lines);
        }

        throw new SmtpRefusal(MailFailureKind.ServerRefused, lines[0]);
    }

    private async Task<string> ReadLine(CancellationToken cancellation)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(buffer, start, length).TrimEnd('\r');
                start += length + 1;
                return line;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length)
                throw new SmtpRefusal(MailFailureKind.ServerRefused, Encoding.UTF8.GetString(buffer, 0, 100));
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            end += read;
        }
    }
}
