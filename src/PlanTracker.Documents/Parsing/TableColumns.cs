using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <param name="FirstRow">First row behind the head.</param>
internal sealed record TableHeader(IReadOnlyDictionary<int, ColumnMeaning> Columns, IReadOnlyList<string> Heads, int HeaderRow, int FirstRow)
{
    public int LastColumn { get; } = Columns.Keys.DefaultIfEmpty(0).Max();
}

/// <summary>Reads the head of a table of tasks.</summary>
internal static class TableColumns
{
    private const int RowsBeforeHeader = 12;

    /// <summary>The head of a table of tasks; null where the table is another.</summary>
    public static TableHeader? FindHeader(Grid grid)
    {
        for (var at = 0; at < grid.Rows.Count && at < RowsBeforeHeader; at++)
        {
            var below = at + 1 < grid.Rows.Count && IsSecondHead(grid.Rows[at], grid.Rows[at + 1]) ? 2 : 1;
            if (Read(grid, at, below) is { } header) return header;
        }

        return null;
    }

    // 责任分工 over 牵头单位 and 配合单位: a cell over several columns with the names of the columns below it.
    private static bool IsSecondHead(GridRow first, GridRow second) =>
        (first.Cells.Any(cell => cell.ColumnSpan > 1) || second.MarkedHeader && first.MarkedHeader || second.Cells.Any(cell => cell.Continues))
        && second.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0).ToList() is { Count: > 0 } own
        && own.TrueForAll(cell => ColumnWording.MeaningOf(cell.Text.Plain) is not null and not ColumnMeaning.Number)
        && first.Cells.Count(cell => ColumnWording.MeaningOf(cell.Text.Plain) is not null) >= 1;

    private static TableHeader? Read(Grid grid, int at, int rows)
    {
        var columns = new Dictionary<int, ColumnMeaning>();
        var heads = new List<string>();
        var unknown = new List<GridCell>();
        foreach (var row in grid.Rows.Skip(at).Take(rows))
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Continues) continue;
                if (ColumnWording.MeaningOf(cell.Text.Plain) is not { } meaning)
                {
                    if (cell.Text.Trim().Length > 0) unknown.Add(cell);
                    continue;
                }

                if (IsAmbiguous(cell.Text.Plain) && !HoldsBodies(grid, at + rows, cell.Column)) meaning = ColumnMeaning.Ignored;
                for (var column = cell.Column; column < cell.Column + Math.Min(cell.ColumnSpan, 40); column++) columns[column] = meaning;
                heads.Add(string.Concat(cell.Text.Plain.Where(c => !char.IsWhiteSpace(c))));
            }
        }

        if (!columns.ContainsValue(ColumnMeaning.Content) && !columns.ContainsValue(ColumnMeaning.Target))
        {
            // What parts other tables into groups is here the only wording.
            foreach (var (column, _) in columns.Where(column => column.Value == ColumnMeaning.Group).Take(1).ToList())
                columns[column] = ColumnMeaning.Content;
            // 序号 | 民生微心愿 | 责任单位 | 完成时限: the one head between the number and those who answer.
            if (!columns.ContainsValue(ColumnMeaning.Content) && columns.ContainsValue(ColumnMeaning.Number)
                && unknown is [{ ColumnSpan: 1, Text.Length: <= 12 } only] && !columns.ContainsKey(only.Column))
            {
                columns[only.Column] = ColumnMeaning.Content;
                heads.Add(string.Concat(only.Text.Plain.Where(c => !char.IsWhiteSpace(c))));
            }
        }

        var content = columns.ContainsValue(ColumnMeaning.Content) || columns.ContainsValue(ColumnMeaning.Target);
        var answers = columns.Values
            .Any(meaning => meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed
            or ColumnMeaning.Leader or ColumnMeaning.Time);
        var numbered = columns.ContainsValue(ColumnMeaning.Number);
        return content && heads.Distinct().Count() >= 2
            && (answers || (numbered && columns.Values.Count(meaning => meaning != ColumnMeaning.Ignored) >= 3))
            ? new TableHeader(columns, heads, at, at + rows) : null;
    }

    // 单位 heads a column of bodies, or one of measures (张, %, 万元).
    private static bool IsAmbiguous(string plainHead) => string.Concat(plainHead.Where(c => !char.IsWhiteSpace(c))) is "单位" or "部门";

    private static bool HoldsBodies(Grid grid, int firstRow, int column)
    {
        const int rowsLookedAt = 20;
        var cells = grid.Rows.Skip(firstRow).Take(rowsLookedAt)
            .Select(row => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text.Trim().Plain)
            .Where(words => !string.IsNullOrEmpty(words)).ToList();
        return 2 * cells.Count(words => words!.Length > 2 && (UnitNames.LooksComplete(words) || UnitNames.IsGroup(words))) >= cells.Count;
    }
}
