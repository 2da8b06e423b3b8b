using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables that lost which cells were merged, and came with empty ones instead: what names a group or a task stands once, above its
/// rows.</summary>
internal static class UnmergedCells
{
    /// <summary>The rows with what stands above in the empty cells at their left.</summary>
    public static List<GridRow> Filled(List<GridRow> rows, TableHeader header)
    {
        if (rows.Exists(row => row.Cells.Any(cell => cell.Continues))) return rows;
        var wordings = header.Columns.Where(column => column.Value is ColumnMeaning.Group or ColumnMeaning.Content or ColumnMeaning.Target)
            .Select(column => column.Key).Order().ToList();
        if (wordings.Count < 2) return rows;
        var filled = new List<GridRow>();
        foreach (var row in rows) filled.Add(filled.Count > 0 ? Filled(row, filled[^1], wordings, header) : row);
        return filled;
    }

    private static GridRow Filled(GridRow row, GridRow above, List<int> wordings, TableHeader header)
    {
        var empty = wordings.TakeWhile(column => IsEmpty(row, column)).ToList();
        if (empty.Count == 0 || empty.Count == wordings.Count || row.Cells.Count < 2) return row;
        // A number of its own below the name of a group; or none, as the task that it is a part of has.
        if (header.NumberColumn is { } number && IsEmpty(row, number)) empty.Add(number);
        if (header.Columns.FirstOrDefault(column => column.Value == ColumnMeaning.Leader, new(-1, ColumnMeaning.Leader)).Key is >= 0 and var leader
            && IsEmpty(row, leader)) empty.Add(leader);
        var merged = empty.Select(column => (Column: column, Cell: above.CellAt(column))).Where(part => part.Cell is { Text.Length: > 0 })
            .Select(part => part.Cell! with { Column = part.Column, ColumnSpan = 1, Continues = true }).ToList();
        var own = row.Cells.Where(cell => !merged.Exists(part => part.Column == cell.Column));
        return row with { Cells = [.. own.Concat(merged).OrderBy(cell => cell.Column)] };
    }

    private static bool IsEmpty(GridRow row, int column) => row.CellAt(column) is not { } cell || cell.Text.Trim().Length == 0;
}
