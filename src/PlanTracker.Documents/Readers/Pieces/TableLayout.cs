namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>Tells a table of data from a table that only places things on the page: one with a single column, or one of a few cells that holds
/// other tables. What a layout table holds is read as if the table were not there.</summary>
internal static class TableLayout
{
    public static bool IsLayout(TablePiece table)
    {
        var columns = table.Rows.Max(static row => row.Cells.Count == 0 ? 0 : row.Cells.Max(static cell => cell.Column + cell.ColumnSpan));
        var filled = table.Rows.Max(static row => row.Cells.Count);
        if (columns <= 1 || filled <= 1)
            return true;
        return (columns < 3 || table.Rows.Count < 3)
            && table.Rows.Any(static row => row.Cells.Any(static cell => cell.Content.Any(static piece => piece is TablePiece)));
    }
}
