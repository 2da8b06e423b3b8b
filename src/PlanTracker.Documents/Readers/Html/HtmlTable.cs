using System.Globalization;
using AngleSharp.Dom;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>A table of a page on its grid, by the rules of HTML: rowspan ends with its group of rows, what is out of all reason is cut.</summary>
internal sealed class HtmlTable(ReadingLimits limits, CancellationToken cancellation)
{
    private const int MostColumns = 1_000;
    private const int MostCells = 1_000_000;

    private readonly List<RowPiece> rows = [];
    private int cellCount;

    /// <summary>The caption and the table.</summary>
    public List<Piece> Read(IElement table, int depth)
    {
        var pieces = new List<Piece>();
        foreach (var child in table.Children)
        {
            if (HtmlLook.IsUnseen(child))
                continue;
            if (child.LocalName == "caption")
                pieces.AddRange(new HtmlFlow(limits, cancellation).Read(child, depth + 1));
            else if (child.LocalName is "thead" or "tbody" or "tfoot")
                ReadGroup(child, depth + 1);
        }
        if (rows.Count > 0)
            pieces.Add(new TablePiece(rows));
        return pieces;
    }

    private void ReadGroup(IElement group, int depth)
    {
        // Cells that still reach down: by their first column, how many rows remain.
        var reaching = new SortedDictionary<int, (int Span, int Rows)>();
        foreach (var row in group.Children)
        {
            if (row.LocalName != "tr" || HtmlLook.IsUnseen(row))
                continue;
            cancellation.ThrowIfCancellationRequested();
            rows.Add(ReadRow(row, group.LocalName == "thead", reaching, depth + 1));
        }
    }

    private RowPiece ReadRow(IElement row, bool inHead, SortedDictionary<int, (int Span, int Rows)> reaching, int depth)
    {
        var above = reaching.ToList();
        var cells = new List<CellPiece>();
        var column = 0;
        var allHeaders = true;
        var next = 0;
        void TakeAbove(int upTo)
        {
            while (next < above.Count && above[next].Key <= upTo)
            {
                var (first, (span, left)) = above[next++];
                cells.Add(new CellPiece(first, span, ContinuesAbove: true, []));
                Count();
                column = Math.Max(column, first + span);
                upTo = Math.Max(upTo, column);
                if (left == 1)
                    reaching.Remove(first);
                else
                    reaching[first] = (span, left - 1);
            }
        }

        foreach (var cell in row.Children)
        {
            if (cell.LocalName is not ("td" or "th") || HtmlLook.IsUnseen(cell))
                continue;
            TakeAbove(column);
            var room = next < above.Count ? above[next].Key - column : MostColumns;
            var span = Math.Clamp(SpanOf(cell, "colspan"), 1, Math.Max(room, 1));
            var down = SpanOf(cell, "rowspan");
            cells.Add(new CellPiece(column, span, ContinuesAbove: false, new HtmlFlow(limits, cancellation).Read(cell, depth + 1)));
            Count();
            allHeaders &= cell.LocalName == "th";
            // 0 means: to the end of the group.
            if (down != 1)
                reaching[column] = (span, down == 0 ? int.MaxValue : down - 1);
            column += span;
        }
        TakeAbove(int.MaxValue - MostColumns);
        return new RowPiece(cells, inHead || (allHeaders && cells.Count > 1));
    }

    private void Count()
    {
        if (++cellCount > MostCells)
            throw new UnreadableException(DiagnosticKind.TooManyParts, MostCells.ToString(CultureInfo.InvariantCulture));
    }

    private static int SpanOf(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 1;
}
