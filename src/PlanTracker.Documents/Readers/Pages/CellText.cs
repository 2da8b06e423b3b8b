using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>The paragraphs of a cell, from its printed lines.</summary>
internal static class CellText
{
    public const double UsualPadding = 4;

    private const string BodyEnds = "局委办院会府心司队站部室所";
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
        if (IsPaddedName(line.Text) || IsPaddedName(next.Text))
            return false;

        // Two bodies without a mark between them stand on lines of their own, however full the first is.
        return !(EndsBody(line.Text) && (BodyBegins.Contains(next.Text[0], StringComparison.Ordinal) || IsBody(line.Text, next.Text)));
    }

    // 李　云: a name of two characters, drawn out to the width of three.
    private static bool IsPaddedName(string text) => text.Length is 3 or 4 && text.AsSpan(1, text.Length - 2).IsWhiteSpace();

    // 农业综合服务中心   but not 县政府
    // 财政所                  办公室
    private static bool IsBody(string line, string next) =>
        EndsBody(next) && next.Length >= 3 && !next.StartsWith("办公", StringComparison.Ordinal) && (line + next).AsSpan().IndexOfAny("、，,；;和及与：:（(") < 0;

    private static bool EndsBody(string text) => BodyEnds.Contains(text[^1], StringComparison.Ordinal);
}
