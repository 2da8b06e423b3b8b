namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Where the lines of a column begin and end, in points.</summary>
internal readonly record struct Margins(double Left, double Right)
{
    public double Width => Right - Left;

    /// <summary>Told by where several lines begin and end: a line that hangs out alone moves no margin.</summary>
    public static Margins Of(IReadOnlyList<TextLine> lines)
    {
        var least = Math.Max(2, lines.Count / 8);
        var begins = lines.Select(static line => line.Box.Left).Order().ToList();
        var ends = lines.Select(static line => line.Box.Right).OrderDescending().ToList();
        return new Margins(OutermostShared(begins, least), OutermostShared(ends, least));
    }

    /// <summary>A page with few lines shows its margins badly: it has those of the document, where they are near.</summary>
    public Margins WidenedTo(Margins usual, double em) => new(
        Left - usual.Left is > 0 and var inside && inside < 6 * em ? usual.Left : Left,
        usual.Right - Right is > 0 and var missing && missing < 8 * em ? usual.Right : Right);

    private static double OutermostShared(List<double> places, int least)
    {
        for (var i = 0; i + least <= places.Count; i++)
        {
            if (Math.Abs(places[i + least - 1] - places[i]) <= 3)
                return places[i + least - 1];
        }
        return places[0];
    }
}

/// <summary>Lines that are read one after another, top to bottom.</summary>
internal sealed record TextColumn(IReadOnlyList<TextLine> Lines, Margins Margins)
{
    private const int LeastRows = 4;
    private const double LeastGap = 1.4;
    private const double LeastWidth = 9;

    /// <summary>Parts the lines of a page into columns in reading order: where a gutter runs through several lines, what stands left of it comes first.</summary>
    public static List<TextColumn> Of(IReadOnlyList<TextLine> lines)
    {
        var columns = new List<TextColumn>();
        var whole = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            if (GutterFrom(lines, i) is not { } gutter)
            {
                whole.Add(lines[i++]);
                continue;
            }
            Close(columns, whole);
            Side(columns, lines, i, gutter.End, word => word.Box.Centre < gutter.X);
            Side(columns, lines, i, gutter.End, word => word.Box.Centre >= gutter.X);
            i = gutter.End;
        }
        Close(columns, whole);

        // Full-width lines above and below two columns share the page's margins.
        var full = columns.Where(column => column.Lines.Any(lines.Contains)).SelectMany(static column => column.Lines).ToList();
        return full.Count == 0
            ? columns
            : [.. columns.Select(column => lines.Contains(column.Lines[0]) ? column with { Margins = Margins.Of(full) } : column)];
    }

    private static void Side(List<TextColumn> columns, IReadOnlyList<TextLine> lines, int from, int end, Func<PageWord, bool> belongs)
    {
        var side = new List<TextLine>();
        for (var i = from; i < end; i++)
        {
            var words = lines[i].Words.Where(belongs).ToList();
            if (words.Count > 0)
                side.Add(new TextLine(lines[i].Page, words));
        }
        Close(columns, side);
    }

    private static void Close(List<TextColumn> columns, List<TextLine> lines)
    {
        if (lines.Count > 0)
            columns.Add(new TextColumn([.. lines], Margins.Of(lines)));
        lines.Clear();
    }

    private static (double X, int End)? GutterFrom(IReadOnlyList<TextLine> lines, int from)
    {
        foreach (var x in Gaps(lines[from]))
        {
            var (end, parted) = (from, 0);
            var (left, right) = (0.0, 0.0);
            for (; end < lines.Count && Stands(lines[end], x) is { } sides; end++)
            {
                parted += sides.Left > 0 && sides.Right > 0 ? 1 : 0;
                left += sides.Left / lines[end].Em;
                right += sides.Right / lines[end].Em;
            }
            if (parted >= LeastRows && left > LeastWidth * parted && right > LeastWidth * parted)
                return (x, end);
        }
        return null;
    }

    private static IEnumerable<double> Gaps(TextLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            var (left, right) = (line.Words[i - 1].Box.Right, line.Words[i].Box.Left);
            if (right - left > LeastGap * line.Em)
                yield return (left + right) / 2;
        }
    }

    /// <summary>How wide the line is left and right of a place; null where words stand across it.</summary>
    private static (double Left, double Right)? Stands(TextLine line, double x)
    {
        var (left, right) = (0.0, 0.0);
        foreach (var word in line.Words)
        {
            if (word.Box.Left < x - 2 && word.Box.Right > x + 2)
                return null;
            if (word.Box.Centre < x)
                left += word.Box.Width;
            else
                right += word.Box.Width;
        }
        return (left, right);
    }
}
