using System.Globalization;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>Values as OFD writes them: numbers parted by blanks, in millimetres.</summary>
internal static class OfdValues
{
    private const int MostNumbers = 100_000;

    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e6 ? number : null;

    public static List<double> Numbers(string? value)
    {
        var numbers = new List<double>();
        foreach (var range in (value ?? "").AsSpan().SplitAny(' ', '\t', '\r', '\n', ','))
        {
            if (numbers.Count < MostNumbers && Number((value ?? "")[range]) is { } number)
                numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>Width and height of a rectangle "x y w h".</summary>
    public static (double Width, double Height)? Size(string? value) =>
        Numbers(value) is [_, _, > 0 and var width, > 0 and var height] ? (width, height) : null;

    /// <summary>Distances between characters: "5 5 g 10 5" is two of 5 and then ten of 5.</summary>
    public static List<double> Deltas(string? value, int most)
    {
        var deltas = new List<double>();
        var words = (value ?? "").Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length && deltas.Count < most; i++)
        {
            if (words[i] is "g" or "G" && i + 2 < words.Length && Number(words[i + 1]) is { } count && Number(words[i + 2]) is { } step)
            {
                deltas.AddRange(Enumerable.Repeat(step, (int)Math.Clamp(count, 0, most - deltas.Count)));
                i += 2;
            }
            else
            {
                deltas.Add(Number(words[i]) ?? 0);
            }
        }
        return deltas;
    }
}

/// <summary>x' = ax + cy + e, y' = bx + dy + f.</summary>
internal readonly record struct OfdMatrix(double A, double B, double C, double D, double E, double F)
{
    public static OfdMatrix None { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Of an object: its own matrix, if any, and then its place on the page.</summary>
    public static OfdMatrix Of(string? matrix, string? boundary)
    {
        var own = OfdValues.Numbers(matrix) is [var a, var b, var c, var d, var e, var f] ? new OfdMatrix(a, b, c, d, e, f) : None;
        return OfdValues.Numbers(boundary) is [var x, var y, ..] ? own with { E = own.E + x, F = own.F + y } : own;
    }

    public OfdMatrix Then(OfdMatrix outer)
    {
        var (x, y) = outer.Apply(E, F);
        return new OfdMatrix(
            (outer.A * A) + (outer.C * B), (outer.B * A) + (outer.D * B), (outer.A * C) + (outer.C * D), (outer.B * C) + (outer.D * D), x, y);
    }

    public (double X, double Y) Apply(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    public double ScaleAcross => Math.Sqrt((A * A) + (B * B));

    public double ScaleDown => Math.Sqrt((C * C) + (D * D));

    /// <summary>Lines of text stay level, as those of a watermark do not.</summary>
    public bool IsLevel => A > 0 && D > 0 && Math.Abs(B) < 0.05 * A;
}
