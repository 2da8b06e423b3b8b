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
internal sealed class BoundedStream(Stream inner, UnpackingBudget budget, CancellationToken cancellation) : OneWayStream
{
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
