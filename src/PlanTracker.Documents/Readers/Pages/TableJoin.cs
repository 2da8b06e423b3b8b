using System.Globalization;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Puts a table together again that runs over pages: header rows printed anew are left out, a row that the page cut is made whole, a merged cell
/// goes on.</summary>
internal static class TableJoin
{
    private const double Same = 4;
    private const int MostHeaderRows = 4;

    public static bool IsOne(PrintedTable upper, PrintedTable lower)
    {
        var (above, below) = (Walls(upper), Walls(lower));
        if (Math.Abs(above[0] - below[0]) > 2 * Same || Math.Abs(above[^1] - below[^1]) > 2 * Same)
            return false;
        var (fewer, more) = above.Count < below.Count ? (above, below) : (below, above);
        return fewer.Count(wall => more.Exists(other => Math.Abs(other - wall) <= Same)) >= 0.6 * fewer.Count;
    }

    public static PrintedTable Join(PrintedTable upper, PrintedTable lower)
    {
        lower = From(lower, RepeatedHeaderRows(upper, lower));
        if (lower.Rows == 0)
            return upper;
        return IsCut(upper, lower) ? Stitched(upper, lower, upper.Rows - 1) : Stitched(upper, lower, upper.Rows);
    }

    private static List<double> Walls(PrintedTable table)
    {
        var walls = new List<double>();
        foreach (var x in table.Cells.SelectMany(static cell => new[] { cell.Left, cell.Right }).Order())
        {
            if (walls.Count == 0 || x - walls[^1] > Same)
                walls.Add(x);
        }
        return walls;
    }

    private static int RepeatedHeaderRows(PrintedTable upper, PrintedTable lower)
    {
        var rows = 0;
        while (rows < Math.Min(MostHeaderRows, Math.Min(upper.Rows, lower.Rows)) && Words(upper, rows) == Words(lower, rows))
            rows++;
        return rows;
    }

    private static string Words(PrintedTable table, int row) =>
        string.Join('\t', table.Cells.Where(cell => cell.From == row).Select(static cell => cell.Text.Replace(" ", "", StringComparison.Ordinal)));

    private static PrintedTable From(PrintedTable table, int row) => row == 0 ? table : new PrintedTable(table.Rows - row,
        [.. table.Cells.Where(cell => cell.To > row).Select(cell => cell with { From = Math.Max(0, cell.From - row), To = cell.To - row })]);

    // The column that tells rows apart is the first that is not merged over several: its cell is empty in the lower part of a cut row, and so are those
    // of the other short cells, while one of several rows under a merged number has cells of its own.
    private static bool IsCut(PrintedTable upper, PrintedTable lower)
    {
        var pairs = upper.Row(upper.Rows - 1).Select(cell => (Upper: cell, Lower: lower.Row(0).FirstOrDefault(other => IsUnder(cell, other)))).ToList();
        if (pairs.Exists(static pair => pair.Lower is null) || pairs.Find(pair => pair.Upper.From == upper.Rows - 1) is not { Upper: { } lead, Lower: { } first })
            return false;
        if (pairs.Exists(static pair => CountsOn(pair.Upper.Text, pair.Lower!.Text)))
            return false;
        if (!first.IsEmpty)
            return lead.Text.Length >= 6 && BreaksOff(lead, first);
        var filled = pairs.Where(static pair => pair is { Upper.IsEmpty: false, Lower.IsEmpty: false }).ToList();
        return filled.Exists(static pair => BreaksOff(pair.Upper, pair.Lower!))
            || (filled.Count > 0 && pairs.SkipWhile(static pair => pair.Lower!.IsEmpty).Any(static pair => pair is { Upper.IsEmpty: false, Lower.IsEmpty: true }));
    }

    // 8 at the foot of the page and 9 at the head of the next.
    private static bool CountsOn(string upper, string lower) =>
        upper.Length <= 4 && lower.Length <= 4 && int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out var above)
        && int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var below) && below == above + 1;

    private static bool IsUnder(PrintedCell upper, PrintedCell lower) =>
        Math.Abs(upper.Left - lower.Left) <= Same && Math.Abs(upper.Right - lower.Right) <= Same;

    private static bool BreaksOff(PrintedCell upper, PrintedCell lower)
    {
        var (last, next) = (upper.Lines[^1], lower.Lines[0]);
        return !LineJoin.EndsWithStop(last.Text) && LineJoin.IsFull(last, next, upper.Right - upper.Left - (2 * CellText.UsualPadding));
    }

    /// <param name="row">The row of the whole in which the lower part begins: the last of the upper part where the page cut it.</param>
    private static PrintedTable Stitched(PrintedTable upper, PrintedTable lower, int row)
    {
        var cells = upper.Cells.ToList();
        var cut = row < upper.Rows;
        foreach (var cell in lower.Cells)
        {
            var at = cell.From == 0 ? cells.FindIndex(other => other.To == upper.Rows && IsUnder(other, cell)) : -1;
            if (at >= 0 && (cut || GoesOn(cells[at], cell, lower)))
                cells[at] = cells[at] with { To = cell.To + row, Lines = [.. cells[at].Lines, .. cell.Lines] };
            else
                cells.Add(cell with { From = cell.From + row, To = cell.To + row });
        }
        return new PrintedTable(row + lower.Rows, [.. cells.OrderBy(static cell => cell.From).ThenBy(static cell => cell.Left)]);
    }

    // The name of a group stands once, on the page where it begins.
    private static bool GoesOn(PrintedCell upper, PrintedCell lower, PrintedTable table) =>
        lower.IsEmpty && !upper.IsEmpty && (upper.To - upper.From > 1 || lower.To - lower.From > 1 || IsLeading(lower, table));

    private static bool IsLeading(PrintedCell cell, PrintedTable table) => table.Row(0).TakeWhile(static other => other.IsEmpty).Contains(cell);
}
