using PlanTracker.Documents.Readers.Xlsx;

namespace PlanTracker.Documents.Readers.Csv;

/// <summary>A sheet saved with separators has lost which cells were merged: the first one's words are there, and the others are empty. Where the
/// emptiness can mean nothing else, they are merged again.</summary>
internal static class CsvMerges
{
    /// <param name="cells">Filled cells.</param>
    /// <param name="head">The row of heads.</param>
    public static void Restore(SheetCells cells, int head)
    {
        var columns = cells.Rows.Values.Max(static row => row.Keys.Last()) + 1;
        var first = RestoreHeads(cells, head, columns) ? head + 2 : head + 1;
        RestoreGroups(cells, first, columns);
    }

    // 序号 | 任务 | 责任分工 |          | 时限
    //      |      | 牵头单位 | 配合单位 |
    private static bool RestoreHeads(SheetCells cells, int head, int columns)
    {
        if (!cells.Rows.TryGetValue(head, out var upper) || !cells.Rows.TryGetValue(head + 1, out var lower))
            return false;
        var groups = new List<Merge>();
        for (var column = 0; column < columns; column++)
        {
            var end = column;
            while (end + 1 < columns && !upper.ContainsKey(end + 1) && lower.ContainsKey(end + 1))
                end++;
            if (end > column && upper.ContainsKey(column) && lower.ContainsKey(column))
                groups.Add(new Merge(head, column, head, end));
            else if (lower.ContainsKey(column))
                return false;
            column = end;
        }
        if (groups.Count == 0)
            return false;
        foreach (var group in groups)
            cells.Add(group);
        for (var column = 0; column < columns; column++)
        {
            if (upper.ContainsKey(column) && !lower.ContainsKey(column))
                cells.Add(new Merge(head, column, head + 1, column));
        }
        return true;
    }

    // The columns before the first one that every row fills: a group's name or a number stands once for several rows.
    private static void RestoreGroups(SheetCells cells, int first, int columns)
    {
        var rows = cells.Rows.Where(row => row.Key >= first && row.Value.Count > 1).ToList();
        for (var column = 0; column < columns && rows.Exists(row => !row.Value.ContainsKey(column)); column++)
        {
            Merge? open = null;
            void Close()
            {
                if (open is { } merge && merge.Bottom > merge.Top)
                    cells.Add(merge);
                open = null;
            }

            foreach (var (row, filled) in cells.Rows.Where(row => row.Key >= first))
            {
                // A row of one cell is a group's name over its rows, or a note.
                if (filled.Count <= 1 || filled.ContainsKey(column))
                    Close();
                if (filled.Count > 1)
                    open = open is { } above ? above with { Bottom = row } : filled.ContainsKey(column) ? new Merge(row, column, row, column) : null;
            }
            Close();
        }
    }
}
