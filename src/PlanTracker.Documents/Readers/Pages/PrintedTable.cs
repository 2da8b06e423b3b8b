namespace PlanTracker.Documents.Readers.Pages;

/// <summary>A cell with its words, by the places of its walls; rows are counted within its table.</summary>
internal sealed record PrintedCell(int From, int To, double Left, double Right, IReadOnlyList<TextLine> Lines)
{
    public string Text => string.Concat(Lines.Select(static line => line.Text));

    public bool IsEmpty => Lines.Count == 0;
}

/// <summary>A ruled table with its words. The cells of a row stand left to right.</summary>
internal sealed record PrintedTable(int Rows, IReadOnlyList<PrintedCell> Cells)
{
    public IEnumerable<PrintedCell> Row(int row) => Cells.Where(cell => cell.From <= row && row < cell.To);

    /// <summary>Takes the words that stand inside the grid out of the page's.</summary>
    public static PrintedTable Of(RuledGrid grid, int page, List<PageWord> words)
    {
        var inside = words.Where(word => grid.Box.HoldsCentreOf(word.Box)).ToList();
        words.RemoveAll(word => grid.Box.HoldsCentreOf(word.Box));
        var cells = grid.Cells.Select(cell => new PrintedCell(cell.From, cell.To, cell.Box.Left, cell.Box.Right,
            TextLine.Of(page, inside.Where(word => cell.Box.HoldsCentreOf(word.Box)))));
        return WithoutEmptyRows(new PrintedTable(grid.Rows, [.. cells.OrderBy(static cell => cell.From).ThenBy(static cell => cell.Left)]));
    }

    // Two lines drawn close together bound a row that nobody filled.
    private static PrintedTable WithoutEmptyRows(PrintedTable table)
    {
        var kept = Enumerable.Range(0, table.Rows)
            .Where(row => table.Cells.Any(cell => cell.From == row && !cell.IsEmpty)).ToList();
        int Place(int row) => kept.Count(other => other < row);
        var cells = table.Cells.Select(cell => cell with { From = Place(cell.From), To = Place(cell.To) }).Where(static cell => cell.To > cell.From);
        return new PrintedTable(kept.Count, [.. cells]);
    }
}
