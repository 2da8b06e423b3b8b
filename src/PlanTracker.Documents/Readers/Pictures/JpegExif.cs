using System.Buffers.Binary;

namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>What a camera notes of how it was held (EXIF, tag Orientation).</summary>
internal static class JpegExif
{
    private const int Orientation = 0x0112;
    private const int EntryLength = 12;

    /// <summary>By how many degrees the picture is to be turned clockwise: 0, 90, 180 or 270.</summary>
    public static int DegreesOf(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is >= 0xE0 and <= 0xEF or 0xFE;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var segment = jpeg[(at + 4)..Math.Clamp(at + 2 + length, at + 4, jpeg.Length)];
            if (jpeg[at + 1] == 0xE1 && segment.StartsWith("Exif\0\0"u8))
                return DegreesIn(segment[6..]);
            at += 2 + Math.Max(2, (int)length);
        }
        return 0;
    }

    private static int DegreesIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || (tiff[0], tiff[1]) is not ((byte)'I', (byte)'I') and not ((byte)'M', (byte)'M'))
            return 0;
        var little = tiff[0] == 'I';
        var first = U32(tiff[4..], little);
        if (first > (uint)tiff.Length - 2)
            return 0;
        var entries = tiff[(int)first..];
        var count = U16(entries, little);
        for (var i = 0; i < count && 2 + ((i + 1) * EntryLength) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * EntryLength), EntryLength);
            if (U16(entry, little) == Orientation)
                return U16(entry[8..], little) switch { 3 => 180, 6 => 90, 8 => 270, _ => 0 };
        }
        return 0;
    }

    private static int U16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
