using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables that came as text with one row a line, its cells parted by tabs, bars or wide blanks: 1 ⇥ 清淤 ⇥ 县水利局.</summary>
internal static partial class RowLines
{
    private const char WideBlank = ' ';

    /// <param name="Framed">Its lines begin with a bar, which opens the first cell and ends none.</param>
    private sealed record Layout(char Separator, bool Framed, int Columns);

    /// <summary>So many lines of one cell are put together.</summary>
    private const int MostLinesOfCell = 30;

    [GeneratedRegex(@"(?<=\S)[ \u00A0\u2003\u3000]{2,}(?=\S)")]
    private static partial Regex WideBlanks();

    public static TextTables.Found? Find(List<MappedText> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (SeparatorOf(lines[at]) is not { } separator) continue;
            var layout = new Layout(separator, lines[at].Printed.StartsWith('|'), 0);
            var head = Split(lines[at], layout);
            if (TableColumns.FindHeader(new Grid([head])) is not { } header) continue;
            layout = layout with { Columns = head.Cells.Count };
            var rows = new List<GridRow>();
            var end = at;
            while (end < lines.Count && RowOf(lines, ref end, layout) is { } row)
            {
                // | --- | --- | draws a line and is no row.
                if (!row.Cells.Any(cell => cell.Text.Plain.Any(char.IsLetterOrDigit))) continue;
                rows.Add(separator == WideBlank ? Shared(row, header, head) : row);
            }

            if (rows.Count > 1) return new TextTables.Found(new Grid(ShiftedRows.Aligned(rows)), at, end);
        }

        return null;
    }

    // The name of a group stands alone on its line, and rows follow it.
    private static GridRow? RowOf(List<MappedText> lines, ref int at, Layout layout)
    {
        var line = lines[at];
        if (Parts(line, layout.Separator))
        {
            at++;
            var row = Split(line, layout);
            return row.Cells.Count > 0 && row.Cells.Count < layout.Columns && TextTables.IsNumber(row.Cells[0].Text) ? WholeOf(row, lines, ref at, layout) : row;
        }

        if (!TextTables.IsGroup(line.Trim()) || at + 1 >= lines.Count || !Parts(lines[at + 1], layout.Separator)) return null;
        at++;
        return new GridRow([new GridCell(line.Trim(), 0)]);
    }

    // A cell of several lines broke its row in two: what is on the lines that follow makes it whole.
    private static GridRow WholeOf(GridRow row, List<MappedText> lines, ref int at, Layout layout)
    {
        var cells = row.Cells.ToList();
        for (var next = at; next < lines.Count && next - at < MostLinesOfCell; next++)
        {
            var further = Split(lines[next], layout).Cells;
            if (further.Count == 0 || TextTables.IsNumber(further[0].Text) || TextTables.IsGroup(further[0].Text)
                || cells.Count + further.Count - 1 > layout.Columns)
                return row;
            cells[^1] = cells[^1] with { Text = MappedText.OfLines([cells[^1].Text, further[0].Text]) };
            foreach (var cell in further.Skip(1)) cells.Add(cell with { Column = cells.Count });
            if (cells.Count < layout.Columns) continue;
            at = next + 1;
            return new GridRow(cells);
        }

        return row;
    }

    // Blanks do not tell of empty cells: what stands in a shorter row is found by what the heads say.
    private static GridRow Shared(GridRow row, TableHeader header, GridRow head)
    {
        if (row.Cells.Count < 2 || row.Cells.Count == head.Cells.Count) return row;
        var meanings = head.Cells.Select(cell => header.Columns.GetValueOrDefault(cell.Column, ColumnMeaning.Ignored)).ToList();
        var shared = LineCells.Share([.. row.Cells.Select(cell => cell.Text)], meanings);
        return new GridRow([.. shared.Index().Where(cell => cell.Item.Count > 0)
            .Select(cell => new GridCell(MappedText.OfLines(cell.Item), cell.Index))]);
    }

    private static char? SeparatorOf(MappedText line)
    {
        if (line.Printed.Count(c => c == '\t') >= 2) return '\t';
        if (line.Printed.Trim().Trim('|').Count(c => c == '|') >= 2) return '|';
        return WideBlanks().Count(line.Printed) >= 2 ? WideBlank : null;
    }

    private static bool Parts(MappedText line, char separator) =>
        separator == WideBlank ? WideBlanks().IsMatch(line.Printed) : line.Printed.Contains(separator, StringComparison.Ordinal);

    private static GridRow Split(MappedText line, Layout layout)
    {
        var cells = new List<GridCell>();
        var printed = line.Printed;
        var start = layout.Framed && printed.StartsWith('|') ? 1 : 0;
        while (start <= printed.Length)
        {
            var (end, next) = EndOfCell(printed, start, layout.Separator);
            if (end < printed.Length || end > start) cells.Add(new GridCell(QuotedCells.Unquoted(line.Slice(start, end).Trim()), cells.Count));
            start = next;
        }

        return new GridRow(cells);
    }

    private static (int End, int Next) EndOfCell(string printed, int start, char separator)
    {
        if (separator != WideBlank) return QuotedCells.EndOfCell(printed, start, separator) is var end ? (end, end + 1) : default;
        return WideBlanks().Match(printed, start) is { Success: true } blank
            ? (blank.Index, blank.Index + blank.Length) : (printed.Length, printed.Length + 1);
    }
}
