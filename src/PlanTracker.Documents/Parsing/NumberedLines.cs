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
        var bodies = header.Columns.Where(column => ShiftedRows.HoldsBodies(column.Value)).Select(column => column.Key).Order().ToList();
        var wordings = header.Columns.Where(column => column.Value is ColumnMeaning.Content or ColumnMeaning.Target or ColumnMeaning.Group)
            .Select(column => column.Key).Order().ToList();
        if (bodies.Count is 0 or > 3 || wordings.Count is 0 or > 2) return null;
        var heads = new Heads(header.Columns, wordings, bodies);
        var rows = new List<GridRow> { head };
        int at = columns, number = 0;
        while (at < lines.Count && TextTables.IsNumber(lines[at]) && (rows.Count == 1 || TextTables.ValueOf(lines[at]) == number + 1))
        {
            number = TextTables.ValueOf(lines[at]);
            var end = at + 1;
            while (end < lines.Count && end - at < MostLines && !TextTables.IsNumber(lines[end], number + 1)) end++;
            if (end >= lines.Count || end - at >= MostLines || !TextTables.IsNumber(lines[end])) end = EndOfLast(lines, at, end, heads);
            rows.Add(LooseRow(lines, at, end, heads, rows.Count > 1 ? rows[^1] : null));
            at = end;
        }

        return rows.Count > 3 ? (rows, at) : null;
    }

    // The last row ends behind its time, or where its bodies are followed by words that are none.
    private static int EndOfLast(IReadOnlyList<MappedText> lines, int start, int end, Heads heads)
    {
        var answered = false;
        for (var at = start + 2; at < end; at++)
        {
            var plain = lines[at].Squeeze().Plain;
            var answers = ShiftedRows.IsBodies(plain) || (plain.Length <= 14 && ShiftedRows.IsTime(plain))
                || (heads.Of(ColumnMeaning.Leader) >= 0 && PersonNames.LooksLikeOne(plain));
            if (answered && !answers) return at;
            answered |= answers;
            if (plain.Length <= 14 && ShiftedRows.IsTime(plain) && heads.Columns[heads.Columns.Keys.Max()] == ColumnMeaning.Time) return at + 1;
        }

        return end;
    }

    private sealed record Heads(IReadOnlyDictionary<int, ColumnMeaning> Columns, List<int> Wordings, List<int> Bodies)
    {
        public int Of(ColumnMeaning meaning) => Columns.FirstOrDefault(column => column.Value == meaning, new(-1, meaning)).Key;
    }

    private static GridRow LooseRow(IReadOnlyList<MappedText> lines, int start, int end, Heads heads, GridRow? above)
    {
        var cells = new Dictionary<int, List<MappedText>> { [0] = [lines[start]] };
        var (time, leader) = (heads.Of(ColumnMeaning.Time), heads.Of(ColumnMeaning.Leader));
        var (wordings, bodies) = (new List<MappedText>(), new List<MappedText>());
        foreach (var line in lines.Skip(start + 1).Take(end - start - 1))
        {
            var plain = line.Squeeze().Plain;
            if (wordings.Count > 0 && time >= 0 && plain.Length <= 14 && ShiftedRows.IsTime(plain)) Put(cells, time, line);
            else if (wordings.Count > 0 && leader >= 0 && PersonNames.LooksLikeOne(plain)) Put(cells, leader, line);
            else if (wordings.Count > 0 && ShiftedRows.IsBodies(plain)) bodies.Add(line);
            else wordings.Add(line);
        }

        // One body for several columns is that of the first; more bodies than columns stand in the last.
        for (var i = 0; i < bodies.Count; i++) Put(cells, heads.Bodies[Math.Min(i, heads.Bodies.Count - 1)], bodies[i]);
        var grouped = heads.Wordings.Count == 2 && wordings.Count > 1 && wordings[0].Length <= 12 && !wordings[0].Plain.EndsWith('。');
        foreach (var line in wordings.Take(grouped ? 1 : 0)) Put(cells, heads.Wordings[0], line);
        foreach (var line in wordings.Skip(grouped ? 1 : 0)) Put(cells, heads.Wordings[^1], line);
        var row = cells.Select(cell => new GridCell(MappedText.OfLines(cell.Value), cell.Key)).ToList();
        if (above is not null) row.AddRange(above.Cells.Where(cell => !cells.ContainsKey(cell.Column)
            && !(bodies.Count > 0 && heads.Bodies.Contains(cell.Column))).Select(cell => cell with { Continues = true }));
        return new GridRow([.. row.OrderBy(cell => cell.Column)]);
    }

    private static void Put(Dictionary<int, List<MappedText>> cells, int column, MappedText line)
    {
        if (!cells.TryGetValue(column, out var known)) cells[column] = known = [];
        known.Add(line);
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
