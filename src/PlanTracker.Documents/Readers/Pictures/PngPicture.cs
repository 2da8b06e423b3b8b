using System.Buffers.Binary;
using System.IO.Compression;

namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>Reads PNG pictures in shades of gray; what shines through stands on white. Interlaced ones and those of 16 bits are left to others.</summary>
internal static class PngPicture
{
    private const int Gray = 0, Colours = 2, Palette = 3, GrayAlpha = 4, ColoursAlpha = 6;

    public static GrayPicture? Read(ReadOnlySpan<byte> file, int mostPixels)
    {
        using var packed = new MemoryStream();
        var (width, height, bits, kind) = (0, 0, 0, 0);
        ReadOnlySpan<byte> palette = [];
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
                return null;
            var content = file.Slice(at + 8, length);
            switch (file.Slice(at + 4, 4))
            {
                case var name when name.SequenceEqual("IHDR"u8) && length == 13:
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    (bits, kind) = (content[8], content[9]);
                    if (width <= 0 || height <= 0 || (long)width * height > mostPixels || content[12] != 0 || bits is not (1 or 2 or 4 or 8))
                        return null;
                    break;
                case var name when name.SequenceEqual("PLTE"u8):
                    palette = content;
                    break;
                case var name when name.SequenceEqual("IDAT"u8):
                    packed.Write(content);
                    break;
            }
            at += length + 12;
        }
        var samples = kind switch { Gray or Palette => 1, Colours => 3, GrayAlpha => 2, ColoursAlpha => 4, _ => 0 };
        if (width == 0 || samples == 0 || (bits < 8 && samples > 1))
            return null;
        packed.Position = 0;
        return Unpack(packed, width, height, bits, kind, samples, palette.ToArray());
    }

    private static GrayPicture Unpack(Stream packed, int width, int height, int bits, int kind, int samples, byte[] palette)
    {
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var rowBytes = ((width * samples * bits) + 7) / 8;
        var step = Math.Max(1, samples * bits / 8);
        var (above, row) = (new byte[rowBytes], new byte[rowBytes]);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = unpacked.ReadByte();
            unpacked.ReadExactly(row);
            Unfilter(filter, row, above, step);
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = Shade(row, x, bits, kind, samples, palette);
            (above, row) = (row, above);
        }
        return new GrayPicture(width, height, pixels);
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, corner),
                _ => throw new InvalidDataException("an unknown filter of a picture"),
            });
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static byte Shade(byte[] row, int x, int bits, int kind, int samples, byte[] palette)
    {
        if (bits < 8)
        {
            var value = (row[x * bits / 8] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1);
            return kind == Palette ? Coloured(palette, value * 3) : (byte)(value * 255 / ((1 << bits) - 1));
        }
        var at = x * samples;
        return kind switch
        {
            Palette => Coloured(palette, row[at] * 3),
            Colours => Coloured(row, at),
            GrayAlpha => OnWhite(row[at], row[at + 1]),
            ColoursAlpha => OnWhite(Coloured(row, at), row[at + 3]),
            _ => row[at],
        };
    }

    private static byte Coloured(byte[] colours, int at) =>
        at + 2 < colours.Length ? (byte)(((colours[at] * 299) + (colours[at + 1] * 587) + (colours[at + 2] * 114)) / 1000) : (byte)255;

    private static byte OnWhite(byte shade, byte opaque) => (byte)(255 - ((255 - shade) * opaque / 255));
}
