using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Package;

/// <summary>Bytes still allowed to come out of one file's packed parts.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    private long spent;

    public void Spend(int unpacked)
    {
        if ((spent += unpacked) > bytes)
            throw new UnreadableException(DiagnosticKind.UnpackedTooLarge, DocumentReader.Size(bytes));
    }
}

/// <summary>Reads a packed part and counts what really comes out of it; what the package declares is not believed.</summary>
internal sealed class BoundedStream(Stream inner, UnpackingBudget budget, CancellationToken cancellation) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
