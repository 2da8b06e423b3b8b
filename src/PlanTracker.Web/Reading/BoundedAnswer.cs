using PlanTracker.Documents;

namespace PlanTracker.Web.Reading;

/// <summary>A stream that is read up to a number of bytes; more is an error.</summary>
internal sealed class BoundedAnswer(Stream inner, long most) : OneWayStream
{
    private long left = most;

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    private int Counted(int read) => (left -= read) >= 0 ? read : throw new IOException("answer over its limit");
}

/// <summary>A few bytes already taken from a stream, and then the rest of it.</summary>
internal sealed class Continued(ReadOnlyMemory<byte> taken, Stream rest) : OneWayStream
{
    private ReadOnlyMemory<byte> taken = taken;

    public override int Read(byte[] buffer, int offset, int count) => taken.IsEmpty ? rest.Read(buffer, offset, count) : Take(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        taken.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(Take(buffer.Span));

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, taken.Length);
        taken.Span[..count].CopyTo(buffer);
        taken = taken[count..];
        return count;
    }
}
