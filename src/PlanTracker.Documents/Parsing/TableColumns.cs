using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <param name="Heads">The words over each column; of a head in several rows the lowest.</param>
/// <param name="Details">Heads that nobody knows.</param>
/// <param name="FirstRow">First row behind the head.</param>
internal sealed record TableHeader(
    IReadOnlyDictionary<int, ColumnMeaning> Columns, IReadOnlyDictionary<int, MappedText> Heads, IReadOnlyDictionary<int, MappedText> Details,
    IReadOnlySet<string> Words, int FirstRow)
{
    public int LastColumn { get; } = Columns.Keys.DefaultIfEmpty(0).Max();

    public int? NumberColumn { get; init; } = Columns.Where(column => column.Value == ColumnMeaning.Number).Select(column => (int?)column.Key).Min();

    public GridCell? NumberIn(GridRow row) => NumberColumn is { } column ? row.CellAt(column) : null;
}

/// <summary>Reads the head of a table of tasks.</summary>
internal static class TableColumns
{
    private const int RowsBeforeHeader = 12;

    private const int MostHeadRows = 4;

    private const int MostColumns = 40;

    /// <summary>The head of a table of tasks; null where the table is another.</summary>
    public static TableHeader? FindHeader(Grid grid)
    {
        for (var at = 0; at < grid.Rows.Count && at < RowsBeforeHeader; at++)
        {
            if (Read(grid, at, HeadRows(grid, at)) is { } header) return header;
        }

        return null;
    }

    private static int HeadRows(Grid grid, int at)
    {
        var rows = 1;
        while (rows < MostHeadRows && at + rows < grid.Rows.Count && GoesOn(grid.Rows[at], grid.Rows[at + rows])) rows++;
        return rows;
    }

    // A head of several rows: 责任分工 over 牵头单位 and 配合单位. Its first cell goes down over all of them, or all they name are columns.
    private static bool GoesOn(GridRow first, GridRow below)
    {
        var own = below.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0).ToList();
        var wide = first.Cells.Where(cell => cell.ColumnSpan > 1).ToList();
        if (own.Count == 0 || first.Cells.Count < 2 || below.Cells.Count < 2
            || !first.Cells.Any(cell => ColumnWording.MeaningOf(cell.Text.Plain) is not null)) return false;
        if (wide.Count > 0 && below.Cells[0] is { Column: 0, Continues: true, Text.Length: > 0 }
            && own.TrueForAll(cell => wide.Exists(head => head.Column <= cell.Column && cell.Column < head.Column + head.ColumnSpan)))
            return true;
        return (wide.Count > 0 || (below.MarkedHeader && first.MarkedHeader) || below.Cells.Any(cell => cell.Continues))
            && own.TrueForAll(cell => ColumnWording.MeaningOf(cell.Text.Plain) is not null and not ColumnMeaning.Number);
    }

    private static TableHeader? Read(Grid grid, int at, int rows)
    {
        var columns = new Dictionary<int, ColumnMeaning>();
        var heads = new Dictionary<int, MappedText>();
        var unknown = new List<GridCell>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in grid.Rows.Skip(at).Take(rows).SelectMany(row => row.Cells).Where(cell => !cell.Continues && cell.Text.Trim().Length > 0))
        {
            words.Add(ColumnWording.Bare(cell.Text.Plain));
            if (MeaningOf(cell, grid, at + rows) is not { } meaning)
            {
                unknown.Add(cell);
                continue;
            }

            for (var column = cell.Column; column < cell.Column + Math.Min(cell.ColumnSpan, MostColumns); column++)
                (columns[column], heads[column]) = (meaning, cell.Text.Squeeze());
        }

        TakeOwners(columns, heads, unknown);
        if (!columns.Values.Any(IsWording) && NamelessWording(columns, unknown) is { } wording) columns[wording] = ColumnMeaning.Content;
        TakeGroups(grid, at + rows, columns, unknown);
        return columns.Values.Any(IsWording) && words.Count >= 2 && !HoldsFigures(grid, at + rows, columns)
            && (columns.Values.Any(IsAnswer)
                || (columns.ContainsValue(ColumnMeaning.Number) && columns.Values.Count(meaning => meaning != ColumnMeaning.Ignored) >= 3))
            ? new TableHeader(columns, heads, DetailsOf(unknown, columns), words, at + rows) : null;
    }

    private static Dictionary<int, MappedText> DetailsOf(List<GridCell> unknown, Dictionary<int, ColumnMeaning> columns)
    {
        var details = new Dictionary<int, MappedText>();
        foreach (var head in unknown.Where(head => head.ColumnSpan == 1 && !columns.ContainsKey(head.Column)))
            details[head.Column] = head.Text.Squeeze();
        return details;
    }

    // Who builds or applies answers where nobody else does.
    private static void TakeOwners(Dictionary<int, ColumnMeaning> columns, Dictionary<int, MappedText> heads, List<GridCell> unknown)
    {
        if (columns.Values.Any(meaning => meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Mixed)) return;
        foreach (var head in unknown.Where(head => ColumnWording.NamesOwner(head.Text.Plain)))
            (columns[head.Column], heads[head.Column]) = (ColumnMeaning.Responsible, head.Text.Squeeze());
        unknown.RemoveAll(head => columns.ContainsKey(head.Column));
    }

    // Left of the numbers, or merged over rows left of the wording, stands the name of a group.
    private static void TakeGroups(Grid grid, int firstRow, Dictionary<int, ColumnMeaning> columns, List<GridCell> unknown)
    {
        var wording = columns.Where(column => IsWording(column.Value)).Select(column => column.Key).DefaultIfEmpty(-1).Min();
        var number = columns.Where(column => column.Value == ColumnMeaning.Number).Select(column => column.Key).DefaultIfEmpty(-1).Min();
        foreach (var head in unknown.Where(head => head.ColumnSpan == 1 && head.Column < wording && !columns.ContainsKey(head.Column)))
        {
            if (head.Column < number || grid.Rows.Skip(firstRow).Any(row => row.CellAt(head.Column) is { Continues: true, Text.Length: > 0 }))
                columns[head.Column] = ColumnMeaning.Group;
        }
    }

    // What parts other tables into groups is here the only wording; or it is the one head nobody knows between the number and those who
    // answer: 序号 | 民生微心愿 | 责任单位 | 完成时限.
    private static int? NamelessWording(Dictionary<int, ColumnMeaning> columns, List<GridCell> unknown)
    {
        if (columns.ContainsValue(ColumnMeaning.Group)) return columns.Where(column => column.Value == ColumnMeaning.Group).Max(column => column.Key);

        return columns.ContainsValue(ColumnMeaning.Number) && unknown is [{ ColumnSpan: 1, Text.Length: <= 12 } only]
            && !columns.ContainsKey(only.Column) ? only.Column : null;
    }

    private static bool IsWording(ColumnMeaning meaning) => meaning is ColumnMeaning.Content or ColumnMeaning.Target;

    private static bool IsAnswer(ColumnMeaning meaning) => meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating
        or ColumnMeaning.Mixed or ColumnMeaning.Leader or ColumnMeaning.Time or ColumnMeaning.Body;

    // 单位 heads a column of bodies, or one of measures (张, %, 万元); 任务分工 one of bodies, or of what is to be done.
    private static ColumnMeaning? MeaningOf(GridCell head, Grid grid, int firstRow)
    {
        if (MatrixColumns.IsOne(head, grid, firstRow)) return ColumnMeaning.Body;
        var words = ColumnWording.Bare(head.Text.Plain);
        var meaning = ColumnWording.MeaningOf(words);
        if (words is "单位" or "部门" or "单位名称" or "部门名称")
            return HoldsBodies(grid, firstRow, head.Column) ? ColumnMeaning.Responsible : ColumnMeaning.Ignored;
        if (meaning is null && ColumnWording.MayNameBodies(words) && HoldsBodies(grid, firstRow, head.Column)) return ColumnMeaning.Responsible;
        return words.EndsWith("分工", StringComparison.Ordinal) && words.Length <= 4 && HoldsBodies(grid, firstRow, head.Column)
            ? ColumnMeaning.Responsible : meaning;
    }

    private static bool HoldsBodies(Grid grid, int firstRow, int column)
    {
        const int rowsLookedAt = 20;
        var cells = grid.Rows.Skip(firstRow).Take(rowsLookedAt)
            .Select(row => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text.Trim().Plain)
            .Where(words => !string.IsNullOrEmpty(words)).ToList();
        return 2 * cells.Count(words => words!.Length > 2 && NamesBodies(words)) >= cells.Count;
    }

    // 全年目标（亿元） over 12 and 30: shares of one task, and no tasks.
    private static bool HoldsFigures(Grid grid, int firstRow, Dictionary<int, ColumnMeaning> columns)
    {
        var cells = grid.Rows.Skip(firstRow).SelectMany(row => row.Cells)
            .Where(cell => IsWording(columns.GetValueOrDefault(cell.Column, ColumnMeaning.Ignored))
                && cell.ColumnSpan == 1 && cell.Text.Trim().Length > 0).ToList();
        return cells.Count > 1 && cells.TrueForAll(cell => !cell.Text.Plain.Any(c => c >= 0x4e00));
    }

    private static bool NamesBodies(string words) =>
        UnitNames.LooksComplete(words) || UnitNames.IsGroup(words) || RoleVerbs.AtEnd(words).Length > 0;
}
