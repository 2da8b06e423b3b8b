namespace PlanTracker.Documents.Readers.Pages;

/// <summary>A rectangle on a page, in points from its upper left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double Centre => (Left + Right) / 2;
    public double Middle => (Top + Bottom) / 2;

    public Box With(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public bool HoldsCentreOf(Box other) => other.Centre >= Left && other.Centre <= Right && other.Middle >= Top && other.Middle <= Bottom;
}

/// <summary>Characters printed in one go.</summary>
/// <param name="Confidence">How sure the recognition was of them, 0–99; null where they were not recognized but read.</param>
internal sealed record PageWord(string Text, Box Box, int? Confidence = null);

/// <summary>A straight ruled line, across (Top = Bottom) or down (Left = Right).</summary>
internal readonly record struct Rule(double Left, double Top, double Right, double Bottom)
{
    public bool IsAcross => Bottom - Top <= Right - Left;
}

/// <summary>What is printed on one page: words in any order, ruled lines where they were looked for.</summary>
/// <param name="Number">From 1.</param>
internal sealed record PrintedPage(int Number, double Width, double Height, IReadOnlyList<PageWord> Words)
{
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>How the page was turned from how it stands in its file.</summary>
    public PageTurn Turned { get; init; }
}
