using System.Buffers.Binary;

namespace PlanTracker.Documents.Readers.Ole;

/// <summary>Little-endian numbers out of a stretch of bytes. What lies outside of it is damage, never a crash.</summary>
internal readonly struct Bytes(ReadOnlyMemory<byte> all)
{
    public int Length => all.Length;

    public ReadOnlySpan<byte> Span => all.Span;

    public byte U8(long at) => Part(at, 1)[0];

    public int U16(long at) => BinaryPrimitives.ReadUInt16LittleEndian(Part(at, 2));

    public int I16(long at) => BinaryPrimitives.ReadInt16LittleEndian(Part(at, 2));

    public int I32(long at) => BinaryPrimitives.ReadInt32LittleEndian(Part(at, 4));

    public uint U32(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Part(at, 4));

    public double F64(long at) => BinaryPrimitives.ReadDoubleLittleEndian(Part(at, 8));

    public Bytes Slice(long at, long length)
    {
        Check(at, length);
        return new Bytes(all.Slice((int)at, (int)length));
    }

    /// <summary>As much of the part as there is.</summary>
    public Bytes SliceUpTo(long at, long length) =>
        at < 0 || at >= Length || length <= 0 ? default : new Bytes(all.Slice((int)at, (int)Math.Min(length, Length - at)));

    private ReadOnlySpan<byte> Part(long at, int length)
    {
        Check(at, length);
        return all.Span.Slice((int)at, length);
    }

    private void Check(long at, long length)
    {
        if (at < 0 || length < 0 || at + length > Length)
            throw new InvalidDataException("A place outside of its stream.");
    }
}
