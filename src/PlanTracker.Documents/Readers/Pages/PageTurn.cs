namespace PlanTracker.Documents.Readers.Pages;

/// <summary>How a page has to be turned for its text to stand upright.</summary>
internal enum Turn
{
    None,

    /// <summary>A quarter clockwise: its lines run upward.</summary>
    Right,
    UpsideDown,

    /// <summary>A quarter counterclockwise: its lines run downward.</summary>
    Left,
}

/// <summary>Turns what stands on a page of the given size.</summary>
internal readonly record struct PageTurn(Turn Turn, double Width, double Height)
{
    public Box Of(Box box) => Turn switch
    {
        Turn.Right => new Box(Height - box.Bottom, box.Left, Height - box.Top, box.Right),
        Turn.UpsideDown => new Box(Width - box.Right, Height - box.Bottom, Width - box.Left, Height - box.Top),
        Turn.Left => new Box(box.Top, Width - box.Right, box.Bottom, Width - box.Left),
        _ => box,
    };

    public Rule Of(Rule rule)
    {
        var box = Of(new Box(rule.Left, rule.Top, rule.Right, rule.Bottom));
        return new Rule(box.Left, box.Top, box.Right, box.Bottom);
    }

    /// <summary>Of the page once it is turned.</summary>
    public (double Width, double Height) Size => Turn is Turn.Right or Turn.Left ? (Height, Width) : (Width, Height);
}
