using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Gives the cells of a printed table their columns: every wall that stands anywhere in the table bounds one.</summary>
internal static class TablePieces
{
    private const double Same = 4;

    public static TablePiece Of(PrintedTable table)
    {
        var walls = new List<double>();
        foreach (var x in table.Cells.SelectMany(static cell => new[] { cell.Left, cell.Right }).Order())
        {
            if (walls.Count == 0 || x - walls[^1] > Same)
                walls.Add(x);
        }
        int Column(double x) => walls.FindLastIndex(wall => wall <= x + Same);
        var padding = CellText.PaddingOf(table);
        var rows = Enumerable.Range(0, table.Rows).Select(row => new RowPiece(
        [
            .. table.Row(row).OrderBy(static cell => cell.Left).Select(cell => new CellPiece(
                Column(cell.Left), Math.Max(1, Column(cell.Right) - Column(cell.Left)), cell.From < row,
                cell.From < row ? [] : CellText.Paragraphs(cell, padding))),
        ]));
        return new TablePiece([.. rows]);
    }
}
