using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables that came as text with one cell a line, each ending in a bar or not: 序号 | 重点工作 | 责任单位.</summary>
internal static class TextTables
{
    private const int MostColumns = 12;

    /// <summary>So many heads are tried before the lines are taken for text.</summary>
    private const int MostTries = 4;

    public sealed record Found(Grid Grid, int Start, int End);

    public static Found? Find(List<MappedText> lines) =>
        CellALine(lines) ?? UnnumberedLines.Find(lines) ?? RowLines.Find(lines) ?? BlankTables.Find(lines);

    private static Found? CellALine(List<MappedText> lines)
    {
        var tries = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            if (Words(lines[at]) is not ("序号" or "编号")) continue;
            if (++tries > MostTries) break;
            var barred = EndsWithBar(lines[at]) || IsBar(NextWords(lines, at));
            var cells = Cells(lines, at, barred);
            var columns = HeaderLength(cells);
            if (columns is < 3 or > MostColumns) continue;
            RemoveRepeatedHeads(cells, columns);
            var rows = new List<GridRow> { Row(cells.Take(columns)) };
            var used = columns + Fill(rows, cells, columns);
            var whole = IsWhole(rows);
            if (!whole && NumberedLines.Read([.. cells.Select(cell => cell.Text)], columns) is { } numbered && numbered.Rows.Count > rows.Count)
                (rows, used) = numbered;
            var broken = (!whole && Broken(rows)) || LastRowBroken(rows, cells, used);
            if (broken && NumberedLines.ReadLoosely([.. cells.Select(cell => cell.Text)], columns) is { } loose) (rows, used) = loose;
            var grid = new Grid(rows, broken);
            if (rows.Count > 1 && TableColumns.FindHeader(grid) is not null)
                return new Found(grid, at, used < cells.Count ? cells[used].Line : lines.Count);
        }

        return null;
    }

    // The numbers count on, and bodies, persons and times stand under their heads.
    private static bool IsWhole(List<GridRow> rows)
    {
        var numbered = rows.Skip(1).Where(row => row.Cells.Count > 1).ToList();
        if (numbered.Count < 2 || rows.Exists(row => row.Cells.Count == 1 && !IsGroup(row.Cells[0].Text))
            || numbered.Zip(numbered.Skip(1)).Any(pair => !IsNumber(pair.Second.Cells[0].Text, ValueOf(pair.First.Cells[0].Text) + 1))
            || TableColumns.FindHeader(new Grid(rows)) is not { } header)
            return false;
        var answers = numbered.SelectMany(row => row.Cells).Where(cell => header.Columns.GetValueOrDefault(cell.Column, ColumnMeaning.Ignored)
            is ColumnMeaning.Time or ColumnMeaning.Leader or ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating).ToList();
        return 10 * answers.Count(cell => !LineCells.Fits(cell.Text.Squeeze().Plain, header.Columns[cell.Column])) <= answers.Count;
    }

    // The number of the next row stands in the middle of this one, or what is none stands where the name of a group should.
    private static bool Broken(List<GridRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Cells is [{ Text: var alone }] && !IsGroup(alone)
                && (ShiftedRows.IsTime(alone.Squeeze().Plain) || ShiftedRows.IsBodies(alone.Squeeze().Plain)))
                return true;
            if (!IsNumber(row.Cells[0].Text)) continue;
            var next = ValueOf(row.Cells[0].Text) + 1;
            if (row.Cells.Skip(1).Any(cell => IsNumber(cell.Text, next))) return true;
        }

        return false;
    }

    // Of the last row not all cells are there, or words from below the table stand in its time.
    private static bool LastRowBroken(List<GridRow> rows, List<Cell> cells, int used)
    {
        if (rows.Count < 3 || !IsNumber(rows[^1].Cells[0].Text) || TableColumns.FindHeader(new Grid(rows)) is not { } header) return false;
        if (used < cells.Count && IsNumber(cells[used].Text, ValueOf(rows[^1].Cells[0].Text) + 1)) return true;
        var time = header.Columns.FirstOrDefault(column => column.Value == ColumnMeaning.Time, new(-1, ColumnMeaning.Time)).Key;
        return time >= 0 && time == header.LastColumn && rows[1..].TrueForAll(row => row.Cells.Count > time || row.Cells.Count == 1)
            && rows[^1].Cells.Count > time && !ShiftedRows.IsTime(rows[^1].Cells[time].Text.Squeeze().Plain)
            && rows[1..^1].TrueForAll(row => row.Cells.Count == 1 || ShiftedRows.IsTime(row.Cells[time].Text.Squeeze().Plain));
    }

    private sealed record Cell(MappedText Text, int Line);

    private static bool EndsWithBar(MappedText line) => line.Plain.TrimEnd().EndsWith('|');

    private static bool IsBar(string? plain) => plain == "|";

    private static string? NextWords(List<MappedText> lines, int at) =>
        lines.Skip(at + 1).Take(3).Select(line => line.Plain.Trim()).FirstOrDefault(words => words.Length > 0);

    private static string Words(MappedText line) => string.Concat(line.Plain.Where(c => !char.IsWhiteSpace(c) && c != '|'));

    // With bars a cell goes on until its bar; without, every line is one.
    private static List<Cell> Cells(List<MappedText> lines, int from, bool barred)
    {
        var cells = new List<Cell>();
        var open = new MappedTextBuilder();
        for (var i = from; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            var closes = line.Plain.EndsWith('|');
            // The bar on a line of its own closes the cell above it.
            if (open.Length > 0 && IsBar(line.Plain))
            {
                cells.Add(new Cell(open.Build(), i));
                open = new MappedTextBuilder();
                continue;
            }

            if (open.Length > 0) open.Append('\n', line.SpanOf(0, 0).Start);
            open.Append(closes ? line.Slice(0, line.Length - 1).Trim() : line);
            if (barred && !closes) continue;
            cells.Add(new Cell(open.Build(), i));
            open = new MappedTextBuilder();
        }

        if (open.Length > 0) cells.Add(new Cell(open.Build(), lines.Count - 1));
        return cells;
    }

    private static int HeaderLength(List<Cell> cells)
    {
        var length = 1;
        while (length < cells.Count && length <= MostColumns && !IsNumber(cells[length].Text) && !IsGroup(cells[length].Text)) length++;
        return length;
    }

    // At the top of a page; behind it the numbers count on.
    private static void RemoveRepeatedHeads(List<Cell> cells, int columns)
    {
        var head = cells.Take(columns).Select(cell => cell.Text.Plain).ToList();
        for (var at = columns; at + columns < cells.Count; at++)
        {
            if (cells[at].Text.Plain != head[0] || !cells.Skip(at).Take(columns).Select(cell => cell.Text.Plain).SequenceEqual(head)) continue;
            var next = at + columns;
            while (next < cells.Count && IsGroup(cells[next].Text)) next++;
            if (next < cells.Count && IsNumber(cells[next].Text) && ValueOf(cells[next].Text) > 1) cells.RemoveRange(at, columns);
        }
    }

    /// <summary>Of what <see cref="IsNumber(MappedText)"/>.</summary>
    public static int ValueOf(MappedText number) => int.Parse(number.Plain, System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsNumber(MappedText text) => text.Length is > 0 and <= 4 && text.Plain.All(char.IsAsciiDigit);

    public static bool IsNumber(MappedText text, int value) => IsNumber(text) && ValueOf(text) == value;

    public static bool IsGroup(MappedText text) => text.Length > 0
        && ItemLabel.ReadAt(text.Plain, 0) is { Kind: LabelKind.Section or LabelKind.BracketedNumeral } && text.Length < 40;

    private static int Fill(List<GridRow> rows, List<Cell> cells, int columns)
    {
        var at = columns;
        while (at < cells.Count)
        {
            if (IsNumber(cells[at].Text))
            {
                if (at + columns > cells.Count) break;
                rows.Add(Row(cells.Skip(at).Take(columns)));
                at += columns;
                continue;
            }

            var next = at + 1;
            if (next >= cells.Count || !(IsNumber(cells[next].Text) || (IsGroup(cells[at].Text) && IsGroup(cells[next].Text)))) break;
            rows.Add(new GridRow([new GridCell(cells[at].Text, 0, columns)]));
            at++;
        }

        return at - columns;
    }

    private static GridRow Row(IEnumerable<Cell> cells) => new([.. cells.Select((cell, column) => new GridCell(cell.Text, column))]);
}
