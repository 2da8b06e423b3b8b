using System.Globalization;

namespace PlanTracker.Documents.Readers.Pictures;

/// <summary>A page in shades of gray, row by row, 0 black to 255 white.</summary>
internal sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>The next picture of a stream of portable gray maps (P5, one byte a pixel); null at its end.</summary>
    public static GrayPicture? ReadNext(Stream stream, int mostPixels)
    {
        if (Token(stream) is not { Length: > 0 } magic)
            return null;
        if (magic != "P5" || !int.TryParse(Token(stream), CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(Token(stream), CultureInfo.InvariantCulture, out var height) || Token(stream) != "255")
        {
            throw new InvalidDataException("not a gray map");
        }
        if (width <= 0 || height <= 0 || (long)width * height > mostPixels)
            throw new InvalidDataException("a gray map of an impossible size");
        var pixels = new byte[width * height];
        stream.ReadExactly(pixels);
        return new GrayPicture(width, height, pixels);
    }

    private static string Token(Stream stream)
    {
        var c = stream.ReadByte();
        while (c is ' ' or '\n' or '\r' or '\t')
            c = stream.ReadByte();
        var token = "";
        for (; c > ' ' && token.Length < 12; c = stream.ReadByte())
            token += (char)c;
        return token;
    }
}
