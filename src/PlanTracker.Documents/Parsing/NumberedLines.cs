using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>A table of number, wording, bodies and time that came with every line of a cell on a line of its own: its rows are told by their
/// numbers, its cells by what their lines say.</summary>
internal static class NumberedLines
{
    private const int LongestWording = 6;

    private const int MostBodies = 20;

    private const int MostLines = 24;

    /// <returns>The rows with their head, and how many cells they take; null where the head or the lines are others.</returns>
    public static (List<GridRow> Rows, int Used)? Read(IReadOnlyList<MappedText> lines, int columns)
    {
        var head = new GridRow([.. lines.Take(columns).Select((line, column) => new GridCell(line, column))]);
        if (columns is < 3 or > 4 || TableColumns.FindHeader(new Grid([head])) is not { } header || !IsKnown(header, columns)) return null;
        var rows = new List<GridRow> { head };
        int at = columns, number = 0;
        while (at < lines.Count && TextTables.IsNumber(lines[at]) && (rows.Count == 1 || TextTables.ValueOf(lines[at]) == number + 1))
        {
            var row = RowAt(lines, at + 1, lines[at], columns, above: null);
            if (row is null) break;
            (number, at) = (TextTables.ValueOf(lines[at]), row.Value.End);
            rows.Add(row.Value.Row);
            while (columns == 4 && RowAt(lines, at, lines[at - 1], columns, above: rows[^1]) is { } further)
            {
                rows.Add(further.Row);
                at = further.End;
            }
        }

        return rows.Count > 2 ? (rows, at) : null;
    }

    /// <summary>Rows of which merged cells are printed once: what a row lacks is that of the row above.</summary>
    /// <returns>As <see cref="Read"/>; which line is which cell is told by its words alone, so all rows are doubtful.</returns>
    public static (List<GridRow> Rows, int Used)? ReadLoosely(IReadOnlyList<MappedText> lines, int columns)
    {
        var head = new GridRow([.. lines.Take(columns).Select((line, column) => new GridCell(line, column))]);
        if (TableColumns.FindHeader(new Grid([head])) is not { } header || header.Columns.GetValueOrDefault(0) != ColumnMeaning.Number) return null;
        if (!header.Columns.Values.Any(ShiftedRows.HoldsBodies)) return null;
        var meanings = Enumerable.Range(0, columns).Select(column => header.Columns.GetValueOrDefault(column, ColumnMeaning.Ignored)).ToList();
        var rows = new List<GridRow> { head };
        GridRow? above = null;
        int at = columns, number = 0;
        while (true)
        {
            for (; at < lines.Count && TextTables.IsGroup(lines[at]); at++) rows.Add(new GridRow([new GridCell(lines[at], 0, columns)]));
            if (at >= lines.Count || !TextTables.IsNumber(lines[at]) || (above is not null && TextTables.ValueOf(lines[at]) != number + 1)) break;
            number = TextTables.ValueOf(lines[at]);
            var end = EndOf(lines, at, number + 1, meanings);
            rows.Add(above = LooseRow([.. lines.Skip(at).Take(end - at)], meanings, above));
            at = end;
        }

        return rows.Count > 3 ? (rows, at) : null;
    }

    private static int EndOf(IReadOnlyList<MappedText> lines, int start, int nextNumber, List<ColumnMeaning> columns)
    {
        // A figure in the row may be that of the next number: the row ends where its lines fit their columns best.
        var limit = Math.Min(lines.Count, start + MostLines);
        var ends = Enumerable.Range(start + 1, limit - start - 1).Where(at => TextTables.IsNumber(lines[at], nextNumber))
            .Select(at => WithoutGroups(lines, start, at)).ToList();
        if (ends.Count == 0) return EndOfLast(lines, start, limit, columns);
        if (ends.Contains(start + columns.Count)) return start + columns.Count;
        return ends.Count == 1 ? ends[0] : ends.MaxBy(end => LineCells.Fit([.. lines.Skip(start).Take(end - start)], columns));
    }

    private static int WithoutGroups(IReadOnlyList<MappedText> lines, int start, int end)
    {
        while (end > start + 2 && TextTables.IsGroup(lines[end - 1])) end--;
        return end;
    }

    // The last row ends behind its time, or where its bodies are followed by words that are none.
    private static int EndOfLast(IReadOnlyList<MappedText> lines, int start, int end, List<ColumnMeaning> columns)
    {
        var answered = false;
        for (var at = start + 2; at < end; at++)
        {
            var plain = lines[at].Squeeze().Plain;
            var answers = ShiftedRows.IsBodies(plain) || (plain.Length <= 14 && ShiftedRows.IsTime(plain))
                || (columns.Contains(ColumnMeaning.Leader) && PersonNames.LooksLikeOne(plain));
            if (answered && !answers) return at;
            answered |= answers;
            if (plain.Length <= 14 && ShiftedRows.IsTime(plain) && columns[^1] == ColumnMeaning.Time) return at + 1;
        }

        return end;
    }

    private static GridRow LooseRow(List<MappedText> lines, List<ColumnMeaning> columns, GridRow? above)
    {
        var cells = LineCells.Share(lines, columns);
        var named = columns.Index().Any(column => ShiftedRows.HoldsBodies(column.Item) && cells[column.Index].Count > 0);
        var row = new List<GridCell>();
        foreach (var (column, meaning) in columns.Index())
        {
            if (cells[column].Count > 0) row.Add(new GridCell(MappedText.OfLines(cells[column]), column));
            else if (meaning != ColumnMeaning.Ignored && !(named && ShiftedRows.HoldsBodies(meaning)) && above?.CellAt(column) is { } merged)
                row.Add(merged with { Continues = true });
        }

        return new GridRow(row);
    }

    private static bool IsKnown(TableHeader header, int columns) => header.Columns.Count == columns
        && header.Columns[0] == ColumnMeaning.Number && header.Columns[1] is ColumnMeaning.Content or ColumnMeaning.Target
        && ShiftedRows.HoldsBodies(header.Columns[2]) && (columns == 3 || header.Columns[3] == ColumnMeaning.Time);

    // Wording, bodies, time. A further row under the same number may leave its bodies to the row above.
    private static (GridRow Row, int End)? RowAt(IReadOnlyList<MappedText> lines, int start, MappedText number, int columns, GridRow? above)
    {
        var at = start;
        while (at < lines.Count && at - start < LongestWording && !IsEndOfWording(lines, at, at > start, above is not null)) at++;
        var (wording, bodies) = (at, at);
        while (bodies < lines.Count && bodies - wording < MostBodies && ShiftedRows.IsBodies(lines[bodies].Squeeze().Plain)) bodies++;
        if (wording == start || (bodies == wording && above is null)) return null;
        var end = bodies;
        if (columns == 4)
        {
            if (end >= lines.Count || TextTables.IsNumber(lines[end]) || !ShiftedRows.IsTime(lines[end].Squeeze().Plain)) return null;
            end++;
        }

        List<GridCell> cells =
        [
            above is null ? new GridCell(number, 0) : above.Cells[0] with { Continues = true },
            new GridCell(Joined(lines, start, wording), 1),
            bodies > wording ? new GridCell(Joined(lines, wording, bodies), 2) : above!.Cells[2] with { Continues = true },
        ];
        if (columns == 4) cells.Add(new GridCell(lines[end - 1], 3));
        return (new GridRow(cells), end);
    }

    private static bool IsEndOfWording(IReadOnlyList<MappedText> lines, int at, bool begun, bool further) =>
        TextTables.IsNumber(lines[at]) || (begun && ShiftedRows.IsBodies(lines[at].Squeeze().Plain))
        || (begun && further && lines[at].Length <= 20 && ShiftedRows.IsTime(lines[at].Squeeze().Plain));

    private static MappedText Joined(IReadOnlyList<MappedText> lines, int from, int to) => MappedText.OfLines(lines.Skip(from).Take(to - from));
}
