using System.Globalization;
using PlanTracker.Documents.Readers.Pages;

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

    /// <summary>What is darker is ink: half way between the darkest and the lightest hundredth.</summary>
    public int InkThreshold()
    {
        var counts = new int[256];
        for (var i = 0; i < Pixels.Length; i += 7)
            counts[Pixels[i]]++;
        var all = counts.Sum();
        int Level(double share)
        {
            var sum = 0;
            for (var level = 0; level < 256; level++)
            {
                sum += counts[level];
                if (sum >= share * all)
                    return level;
            }
            return 255;
        }
        return (Level(0.004) + Level(0.9)) / 2;
    }

    /// <summary>The picture turned by quarters.</summary>
    public GrayPicture Turned(Turn turn)
    {
        if (turn == Turn.None)
            return this;
        var (width, height) = turn == Turn.UpsideDown ? (Width, Height) : (Height, Width);
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = Pixels[turn switch
                {
                    Turn.Right => ((Height - 1 - x) * Width) + y,
                    Turn.Left => (x * Width) + Width - 1 - y,
                    _ => ((Height - 1 - y) * Width) + Width - 1 - x,
                }];
            }
        }
        return new GrayPicture(width, height, pixels);
    }

    /// <summary>A part of it, with a white margin.</summary>
    public GrayPicture Part(int left, int top, int right, int bottom, int margin)
    {
        (left, top) = (Math.Clamp(left, 0, Width), Math.Clamp(top, 0, Height));
        (right, bottom) = (Math.Clamp(right, left, Width), Math.Clamp(bottom, top, Height));
        var (width, height) = (right - left + (2 * margin), bottom - top + (2 * margin));
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        for (var y = top; y < bottom; y++)
            Array.Copy(Pixels, (y * Width) + left, pixels, ((y - top + margin) * width) + margin, right - left);
        return new GrayPicture(width, height, pixels);
    }

    public void Whiten(int left, int top, int right, int bottom)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, bottom); y++)
            Array.Fill(Pixels, (byte)255, (y * Width) + Math.Clamp(left, 0, Width), Math.Clamp(right, 0, Width) - Math.Clamp(left, 0, Width));
    }

    public bool HasInk(int threshold, int least)
    {
        var dark = 0;
        foreach (var pixel in Pixels)
        {
            if (pixel < threshold && ++dark >= least)
                return true;
        }
        return false;
    }

    /// <summary>The bytes of a portable gray map.</summary>
    public void WriteTo(Stream stream)
    {
        stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")));
        stream.Write(Pixels);
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
