using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Programs;

/// <summary>A program's output while it comes, up to a number of bytes; more ends the reading.</summary>
internal sealed class BoundedOutput(Stream inner, long most) : Stream
{
    private readonly string limit = DocumentReader.Size(most);
    private long left = most;
    private int waiting = -1;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
