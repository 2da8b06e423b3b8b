using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>A table without a column of numbers that came with one cell a line: 重点任务 / 责任单位 / 完成时限 / 新建水厂 / 县水务局 / 12月底前.</summary>
/// <remarks>Its rows are told by what stands under the heads of bodies and of time. Where a cell is missing, the row is told by the order wording,
/// bodies, time alone, and all rows are doubtful.</remarks>
internal static class UnnumberedLines
{
    private const int MostColumns = 6;

    /// <summary>In lines.</summary>
    private const int LongestWording = 3;

    private const int LongestHead = 8;

    private const int LongestTime = 20;

    private const int MostTries = 4;

    public static TextTables.Found? Find(List<MappedText> lines)
    {
        // A bar alone on its line parts two cells.
        var filled = Enumerable.Range(0, lines.Count)
            .Where(at => lines[at].Plain.AsSpan().Trim() is { Length: > 0 } words && !words.SequenceEqual("|")).ToList();
        var cells = filled.ConvertAll(at => lines[at].Trim());
        var tries = 0;
        for (var at = 0; at + 3 < cells.Count && tries < MostTries; at++)
        {
            var columns = HeadLength(cells, at);
            if (columns < 2) continue;
            tries++;
            if ((NumberedRows(cells, at, columns) ?? Rows(cells, at, columns)) is not { } table) continue;
            return new TextTables.Found(table.Grid, filled[at], table.End < filled.Count ? filled[table.End] : lines.Count);
        }

        return null;
    }

    private static int HeadLength(List<MappedText> cells, int at)
    {
        var length = 0;
        while (at + length < cells.Count && length <= MostColumns && cells[at + length].Length <= LongestHead
            && ColumnWording.MeaningOf(cells[at + length].Plain)
                is not (null or ColumnMeaning.Number or ColumnMeaning.Ignored or ColumnMeaning.Group))
            length++;
        return length > MostColumns ? 0 : length;
    }

    private static (Grid Grid, int End)? Rows(List<MappedText> cells, int at, int columns)
    {
        var head = RowOf(cells, at, columns);
        if (TableColumns.FindHeader(new Grid([head])) is not { } header || header.Columns.Count != columns
            || header.Columns.Values.Count(meaning => meaning is ColumnMeaning.Content or ColumnMeaning.Target) != 1
            || !header.Columns.Values.Any(ShiftedRows.HoldsBodies))
            return null;
        var rows = new List<GridRow> { head };
        var end = at + columns;
        for (; end + columns <= cells.Count && Fits(cells, end, header, columns); end += columns) rows.Add(RowOf(cells, end, columns));
        // What follows reads as a further row with a cell missing: then no row is told by its place.
        if (InOrder(header, columns) && LooseRow(cells, end, header) is not null)
        {
            rows = [head];
            for (end = at + columns; end < cells.Count && LooseRow(cells, end, header) is { } loose; end = loose.End) rows.Add(loose.Row);
            return rows.Count > 2 ? (new Grid(rows, RunTogether: true), end) : null;
        }

        return rows.Count > 2 ? (new Grid(rows), end) : null;
    }

    // 工作任务 / 具体要求 / 责任科室 / 时限要求 / 规范公开 / 1 / 清理文件 / 办公室 / 年底前: the numbers have no head, and a group's name is printed
    // once above its rows.
    private static (Grid Grid, int End)? NumberedRows(List<MappedText> cells, int at, int columns)
    {
        if (TableColumns.FindHeader(new Grid([RowOf(cells, at, columns)])) is not { } header
            || !header.Columns.Values.Any(ShiftedRows.HoldsBodies))
            return null;
        var answers = Enumerable.Range(0, columns)
            .SkipWhile(column => header.Columns[column] is ColumnMeaning.Content or ColumnMeaning.Target).ToList();
        if (answers.Count == columns
            || answers.Exists(column => !ShiftedRows.HoldsBodies(header.Columns[column]) && header.Columns[column] != ColumnMeaning.Time))
            return null;
        var wordings = columns - answers.Count;
        var place = cells[at].SpanOf(0, 0).Start;
        var head = new GridRow([new GridCell(MappedText.Of("序号", place), 0), new GridCell(MappedText.Of("工作任务", place), 1),
            .. answers.Select((column, index) => new GridCell(cells[at + column], 2 + index))]);
        if (TableColumns.FindHeader(new Grid([head])) is not { } own) return null;
        var rows = new List<GridRow> { head };
        var end = at + columns;
        for (var number = 1; ; number++)
        {
            var group = end + 1 < cells.Count && !TextTables.IsNumber(cells[end], number) && TextTables.IsNumber(cells[end + 1], number);
            var start = group ? end + 1 : end;
            if (start >= cells.Count || !TextTables.IsNumber(cells[start], number) || LooseRow(cells, start + 1, own, shift: 1) is not { } row) break;
            if (group && wordings > 1) rows.Add(new GridRow([new GridCell(cells[end], 0, 2 + answers.Count)]));
            rows.Add(new GridRow([new GridCell(cells[start], 0), .. row.Row.Cells]));
            end = row.End;
        }

        return rows.Count > 3 ? (new Grid(rows, RunTogether: true), end) : null;
    }

    private static GridRow RowOf(List<MappedText> cells, int at, int columns) =>
        new([.. cells.Skip(at).Take(columns).Select((cell, column) => new GridCell(cell, column))]);

    private static bool Fits(List<MappedText> cells, int at, TableHeader header, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            var plain = cells[at + column].Squeeze().Plain;
            var fits = header.Columns[column] switch
            {
                ColumnMeaning.Time => ShiftedRows.IsTime(plain),
                ColumnMeaning.Leader => PersonNames.LooksLikeOne(plain),
                ColumnMeaning.Content or ColumnMeaning.Target => !ShiftedRows.IsBodies(plain) && plain.Length >= 4,
                _ => ShiftedRows.IsBodies(plain),
            };
            if (!fits) return false;
        }

        return true;
    }

    // Wording first, then bodies, then perhaps the time.
    private static bool InOrder(TableHeader header, int columns) => header.Columns[0] is ColumnMeaning.Content or ColumnMeaning.Target
        && Enumerable.Range(1, columns - 1).All(column => ShiftedRows.HoldsBodies(header.Columns[column])
            || (column == columns - 1 && header.Columns[column] == ColumnMeaning.Time));

    private static bool IsBodies(MappedText cell) => ShiftedRows.IsBodies(cell.Squeeze().Plain);

    private static bool IsShortTime(MappedText cell) => cell.Length <= LongestTime && ShiftedRows.IsTime(cell.Squeeze().Plain);

    private static (GridRow Row, int End)? LooseRow(List<MappedText> cells, int at, TableHeader header, int shift = 0)
    {
        var bodies = at;
        while (bodies < cells.Count && bodies - at <= LongestWording && !IsBodies(cells[bodies])) bodies++;
        if (bodies == at || bodies - at > LongestWording || bodies >= cells.Count || cells[at].Length < 4) return null;
        var row = new List<GridCell> { new(MappedText.OfLines(cells.Skip(at).Take(bodies - at)), shift) };
        var columns = header.Columns.Values.Count(ShiftedRows.HoldsBodies);
        var end = bodies;
        for (; end < cells.Count && end - bodies < columns && IsBodies(cells[end]); end++)
            row.Add(new GridCell(cells[end], shift + 1 + end - bodies));
        if (header.Columns[header.LastColumn] == ColumnMeaning.Time && end < cells.Count && IsShortTime(cells[end]))
            row.Add(new GridCell(cells[end++], header.LastColumn));
        return (new GridRow(row), end);
    }
}
