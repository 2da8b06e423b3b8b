using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Which cells of a table name the group of the rows they stand beside.</summary>
/// <param name="columns">Columns that hold nothing else.</param>
/// <param name="cells">Cells of other columns that are merged over several rows.</param>
internal sealed class GroupCells(IReadOnlySet<int> columns, IReadOnlySet<GridCell> cells)
{
    public bool Contains(GridCell cell, int column) => columns.Contains(column) || cells.Contains(cell);

    // A content column whose cells are merged over rows names the group of its rows, unless it is the only one.
    public static GroupCells In(List<GridRow> rows, TableHeader header)
    {
        var columns = header.Columns.Where(column => column.Value == ColumnMeaning.Group).Select(column => column.Key).ToHashSet();
        var cells = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        var last = header.Columns.Where(column => column.Value == ColumnMeaning.Content).Select(column => column.Key).DefaultIfEmpty(-1).Max();
        var before = header.Columns.Where(column => column.Value is ColumnMeaning.Content or ColumnMeaning.Target && column.Key < last);
        foreach (var (column, _) in before)
        {
            if (!rows.Exists(row => row.CellAt(column) is { Continues: true })) continue;
            if (MostlyNamesRows(rows, header, column)) cells.UnionWith(Merged(rows, column));
            else columns.Add(column);
        }

        return new GroupCells(columns, cells);
    }

    // Only where a number has several rows its name is merged with it, and most numbers have one row.
    private static bool MostlyNamesRows(List<GridRow> rows, TableHeader header, int column)
    {
        if (!rows.TrueForAll(row => row.CellAt(column) is not { Continues: true } || header.NumberIn(row) is { Continues: true })) return false;
        var merged = Merged(rows, column);
        var names = rows.Where(row => header.NumberIn(row) is { Text.Length: > 0 }).Select(row => row.CellAt(column)).OfType<GridCell>()
            .Where(cell => cell is { Continues: false, ColumnSpan: 1, Text.Length: > 0 }).ToList();
        return 2 * names.Count(merged.Contains) < names.Count;
    }

    private static HashSet<GridCell> Merged(List<GridRow> rows, int column)
    {
        var merged = new HashSet<GridCell>(ReferenceEqualityComparer.Instance);
        GridCell? above = null;
        foreach (var cell in rows.Select(row => row.CellAt(column)))
        {
            if (cell is { Continues: true } && above is not null)
            {
                merged.Add(above);
                merged.Add(cell);
            }

            above = cell;
        }

        return merged;
    }
}
