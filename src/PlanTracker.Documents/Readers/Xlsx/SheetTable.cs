using System.Globalization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>Makes blocks of a sheet: lines above the table (its title, 填报单位, 单位) as paragraphs, then one table of the columns in use.</summary>
internal sealed class SheetTable(SheetCells sheet, ReadingLimits limits)
{
    /// <summary>A header names at least so many columns; what has fewer and stands above it is a line of its own.</summary>
    private const int FewestInHeader = 3;

    public List<Piece> Pieces()
    {
        var pieces = new List<Piece>();
        if (sheet.Rows.Count == 0)
            return pieces;
        // Merged cells show the words of their first cell only.
        var merges = MergesInUse();
        var columns = sheet.Rows.Values.SelectMany(static row => row.Keys).Distinct().Order().ToList();
        var header = HeaderRow(columns.Count);
        foreach (var (row, cells) in sheet.Rows)
        {
            if (row >= header)
                break;
            var centred = cells.Count == 1 && IsWide(row, cells.Keys.First(), columns);
            pieces.Add(new ParagraphPiece(string.Join("  ", cells.Values), Centred: centred));
        }
        var body = sheet.Rows.Keys.Where(row => row >= header).ToList();
        columns = [.. body.SelectMany(row => sheet.Rows[row].Keys).Distinct().Order()];
        if ((long)body.Count * columns.Count > SheetCells.MostCells)
            throw new UnreadableException(DiagnosticKind.TooManyParts, SheetCells.MostCells.ToString(CultureInfo.InvariantCulture));
        if (body.Count > limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
        pieces.Add(new TablePiece([.. body.Select(row => Row(row, columns, merges))]));
        return pieces;
    }

    /// <summary>The first row with as many filled cells as a header has; the first row of all where there is none.</summary>
    private int HeaderRow(int columns)
    {
        var fewest = Math.Min(FewestInHeader, columns);
        foreach (var (row, cells) in sheet.Rows)
        {
            if (cells.Count >= fewest)
                return row;
        }
        return sheet.Rows.Keys.First();
    }

    /// <summary>The cell is merged over most of the columns in use, as a title is.</summary>
    private bool IsWide(int row, int column, List<int> columns) =>
        sheet.Merges.Any(merge => merge.Top == row && merge.Left == column
            && columns.Count(used => used >= merge.Left && used <= merge.Right) * 2 > columns.Count);

    private RowPiece Row(int row, List<int> columns, Dictionary<int, List<Merge>> merges)
    {
        var cells = new List<CellPiece>(columns.Count);
        var filled = sheet.Rows[row];
        var here = merges.GetValueOrDefault(row);
        for (var i = 0; i < columns.Count;)
        {
            var column = columns[i];
            var span = 1;
            var continues = false;
            if (here is not null && Covering(here, column) is { } merge)
            {
                while (i + span < columns.Count && columns[i + span] <= merge.Right)
                    span++;
                // The row where the merged words begin may have been above the table, or empty and left out.
                continues = merge.Top < row && merge.Left == column;
            }
            IReadOnlyList<Piece> content = !continues && filled.TryGetValue(column, out var words) ? [new ParagraphPiece(words)] : [];
            cells.Add(new CellPiece(i, span, continues, content));
            i += span;
        }
        return new RowPiece(cells);
    }

    private static Merge? Covering(List<Merge> merges, int column)
    {
        foreach (var merge in merges)
        {
            if (merge.Left <= column && column <= merge.Right)
                return merge;
        }
        return null;
    }

    /// <summary>Merged areas by each filled row that they touch. Words inside a merged area that are not at its first cell are hidden on the
    /// screen and are dropped; rows that an area's words reach are kept.</summary>
    private Dictionary<int, List<Merge>> MergesInUse()
    {
        var byRow = new Dictionary<int, List<Merge>>();
        var rows = sheet.Rows.Keys.ToArray();
        var touched = 0;
        foreach (var merge in sheet.Merges)
        {
            var first = Array.BinarySearch(rows, merge.Top);
            for (var i = first < 0 ? ~first : first; i < rows.Length && rows[i] <= merge.Bottom; i++)
            {
                if (++touched > SheetCells.MostCells)
                    throw new UnreadableException(DiagnosticKind.TooManyParts, SheetCells.MostCells.ToString(CultureInfo.InvariantCulture));
                if (!byRow.TryGetValue(rows[i], out var list))
                    byRow[rows[i]] = list = [];
                list.Add(merge);
                DropHidden(rows[i], merge);
            }
        }
        foreach (var row in rows)
        {
            if (sheet.Rows[row].Count == 0)
                sheet.Rows.Remove(row);
        }
        return byRow;
    }

    private void DropHidden(int row, Merge merge)
    {
        var cells = sheet.Rows[row];
        IEnumerable<int> covered = merge.Right - merge.Left < cells.Count
            ? Enumerable.Range(merge.Left, merge.Right - merge.Left + 1)
            : cells.Keys.Where(column => column >= merge.Left && column <= merge.Right).ToList();
        foreach (var column in covered)
        {
            if (row != merge.Top || column != merge.Left)
                cells.Remove(column);
        }
    }
}
