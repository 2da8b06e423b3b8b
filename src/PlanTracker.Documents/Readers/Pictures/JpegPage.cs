using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>Puts a JPEG picture on a page of a PDF file, as it is: the program that pictures pages then decodes it, and turns
/// it as the camera noted.</summary>
internal static class JpegPage
{
    public static byte[]? Wrap(ReadOnlySpan<byte> jpeg, double longSide)
    {
        if (SizeOf(jpeg) is not { } size || size.Width == 0 || size.Height == 0)
            return null;
        var scale = longSide / Math.Max(size.Width, size.Height);
        string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        var (width, height) = (Number(size.Width * scale), Number(size.Height * scale));
        var draw = $"{width} 0 0 {height} 0 0 cm /P Do";
        var colours = size.Components switch { 1 => "/DeviceGray", 4 => "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]", _ => "/DeviceRGB" };
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n");
        Write($"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</P 5 0 R>>>>/Rotate {JpegExif.DegreesOf(jpeg)}/Contents 4 0 R>>endobj\n");
        Write($"4 0 obj<</Length {draw.Length}>>stream\n{draw}\nendstream endobj\n");
        Write($"5 0 obj<</Type/XObject/Subtype/Image/Width {size.Width}/Height {size.Height}/BitsPerComponent 8/ColorSpace{colours}"
            + $"/Filter/DCTDecode/Length {jpeg.Length}>>stream\n");
        file.Write(jpeg);
        Write("\nendstream endobj\ntrailer<</Size 6/Root 1 0 R>>\n%%EOF\n");
        return file.ToArray();
    }

    private static (int Width, int Height, int Components)? SizeOf(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length;)
        {
            if (jpeg[at] != 0xFF)
                return null;
            var marker = jpeg[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]), jpeg[at + 9]);
            at += marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8) ? (marker == 0xFF ? 1 : 2) : 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }
        return null;
    }
}
