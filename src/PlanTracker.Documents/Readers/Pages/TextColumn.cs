namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Where the lines of a column begin and end, in points.</summary>
internal readonly record struct Margins(double Left, double Right)
{
    public double Width => Right - Left;

    /// <summary>Told by where several lines begin and end: a mark that hangs over the edge, or a line that stands out alone, moves no margin.</summary>
    public static Margins Of(IReadOnlyList<TextLine> lines)
    {
        var least = Math.Max(2, lines.Count / 8);
        var em = lines.Select(static line => line.Em).Order().ElementAt(lines.Count / 2);
        var left = Shared([.. lines.Select(static line => line.Box.Left).Order()], least, 4 * em);
        var right = Shared([.. lines.Select(static line => -line.Box.Right).Order()], least, 1.6 * em);
        return new Margins(left, -right);
    }

    /// <summary>A page with few lines shows its margins badly: it has those of the document, where they are near.</summary>
    public Margins WidenedTo(Margins usual, double em) => new(
        Left - usual.Left is > 0 and var inside && inside < 6 * em ? usual.Left : Left,
        usual.Right - Right is > 0 and var missing && missing < 8 * em ? usual.Right : Right);

    // The first place, from outside, that several share; but not far inside of the outermost.
    private static double Shared(List<double> places, int least, double far)
    {
        for (var i = 0; i + least <= places.Count && places[i + least - 1] - places[0] <= far; i++)
        {
            if (places[i + least - 1] - places[i] <= 3)
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
    private const double LooseGap = 2.2;
    private const double LeastWidth = 9;

    /// <summary>Parts the lines of a page into columns in reading order: where a gutter runs through several lines, what stands left of it comes first.</summary>
    public static List<TextColumn> Of(IReadOnlyList<TextLine> lines)
    {
        var columns = new List<TextColumn>();
        var whole = new List<TextLine>();
        var gutter = Gutter(lines);
        for (var i = 0; i < lines.Count;)
        {
            if (gutter is not { } x || EndOfColumns(lines, i, x) is not { } end)
            {
                whole.Add(lines[i++]);
                continue;
            }
            Close(columns, whole);
            Side(columns, lines, i, end, word => word.Box.Centre < x);
            Side(columns, lines, i, end, word => word.Box.Centre >= x);
            i = end;
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

    /// <summary>The place, just left of where words begin anew, that most lines leave open.</summary>
    private static double? Gutter(IReadOnlyList<TextLine> lines)
    {
        var places = lines.SelectMany(Gaps).Distinct().Take(200)
            .Select(x => (X: x, Lines: lines.Count(line => Stands(line, x) is { Left: > 0, Right: > 0 }))).ToList();
        return places.Count == 0 ? null : places.MaxBy(static place => place.Lines) is { Lines: >= LeastRows } best ? best.X : null;
    }

    private static int? EndOfColumns(IReadOnlyList<TextLine> lines, int from, double x)
    {
        var (end, parted) = (from, 0);
        var (left, right) = (0.0, 0.0);
        for (; end < lines.Count && Stands(lines[end], x) is { } sides; end++)
        {
            parted += sides is { Left: > 0, Right: > 0 } ? 1 : 0;
            left += sides.Left / lines[end].Em;
            right += sides.Right / lines[end].Em;
        }
        return parted >= LeastRows && left > LeastWidth * parted && right > LeastWidth * parted ? end : null;
    }

    private static IEnumerable<double> Gaps(TextLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            var (left, right) = (line.Words[i - 1].Box.Right, line.Words[i].Box.Left);
            if (right - left > (line.Recognized.Count > 0 ? LooseGap : LeastGap) * line.Em)
                yield return Math.Floor(right) - 3;
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
