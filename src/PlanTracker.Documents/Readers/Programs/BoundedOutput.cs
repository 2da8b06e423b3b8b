using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Programs;

/// <summary>A program's output while it comes, up to a number of bytes; more ends the reading.</summary>
internal sealed class BoundedOutput(Stream inner, long most) : OneWayStream
{
    private readonly string limit = DocumentReader.Size(most);
    private long left = most;
    private int waiting = -1;

    /// <summary>Waits for the first byte, or the end.</summary>
    public bool HasAny()
    {
        waiting = inner.ReadByte();
        return waiting >= 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        int read;
        if (waiting >= 0)
        {
            (buffer[0], waiting, read) = ((byte)waiting, -1, 1);
        }
        else
        {
            read = inner.Read(buffer);
        }
        left -= read;
        return left >= 0 ? read : throw new UnreadableException(DiagnosticKind.TooLong, limit);
    }

    /// <summary>A program whose output nobody takes would wait for ever.</summary>
    public void ReadToEnd()
    {
        var buffer = new byte[16 * 1024];
        while (Read(buffer) > 0)
        {
        }
    }
}
