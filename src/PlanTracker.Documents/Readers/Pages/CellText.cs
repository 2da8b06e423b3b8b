using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>The paragraphs of a cell, from its printed lines.</summary>
internal static class CellText
{
    public const double UsualPadding = 4;

    private const string BodyEnds = "局委办院会府心司队站部室";
    private const string BodyBegins = "省市县区州旗各镇";

    /// <summary>The least distance that the words of a table keep from the walls beside them.</summary>
    public static double PaddingOf(PrintedTable table)
    {
        var least = table.Cells.SelectMany(static cell => cell.Lines.Select(line => Math.Min(line.Box.Left - cell.Left, cell.Right - line.Box.Right)))
            .Where(static padding => padding > 0).DefaultIfEmpty(UsualPadding).Min();
        return Math.Clamp(least, 0.5, 2 * UsualPadding);
    }

    public static List<Piece> Paragraphs(PrintedCell cell, double padding)
    {
        var pieces = new List<Piece>();
        var open = new List<TextLine>();
        foreach (var line in cell.Lines)
        {
            if (open.Count > 0 && !RunsOn(cell, open[^1], line, padding))
                Close(pieces, open);
            open.Add(line);
        }
        Close(pieces, open);
        return pieces;
    }

    private static void Close(List<Piece> pieces, List<TextLine> open)
    {
        if (open.Count > 0)
            pieces.Add(ParagraphMaking.Joined(open, centred: false));
        open.Clear();
    }

    private static bool RunsOn(PrintedCell cell, TextLine line, TextLine next, double padding)
    {
        var (left, right) = (line.Box.Left - cell.Left, cell.Right - line.Box.Right);
        var centred = left > padding + (0.4 * line.Em) && Math.Abs(left - right) < 0.6 * line.Em;
        var room = line.Box.Width + right - padding + (centred ? left - padding : 0);
        if (!LineJoin.IsFull(line, next, room) || (LineJoin.EndsWithStop(line.Text) && LineJoin.StartsWithLabel(next.Text)))
            return false;

        // Two bodies without a mark between them stand on lines of their own, however full the first is.
        return !(BodyEnds.Contains(line.Text[^1], StringComparison.Ordinal) && BodyBegins.Contains(next.Text[0], StringComparison.Ordinal));
    }
}
