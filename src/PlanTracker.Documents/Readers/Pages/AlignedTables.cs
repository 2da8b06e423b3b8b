using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Tables of tasks without ruled lines, by the words at the head of their columns and the gutters that all their lines leave open. Text in two
/// columns and stretched lines have no such head.</summary>
internal static class AlignedTables
{
    private const int LeastRows = 2;
    private const double FarBelow = 2.5;

    private sealed record Found(int Page, TextLine? Head, List<TextLine> Lines, AlignedColumns Columns, bool ReachesFoot)
    {
        public Box Box => Lines.Select(static line => line.Box).Aggregate(Head?.Box ?? Lines[0].Box, static (all, box) => all.With(box));
    }

    /// <summary>Takes their lines out of those of the pages, and gives the tables of each page.</summary>
    public static List<List<(Box Box, PrintedTable Table)>> TakeFrom(IReadOnlyList<List<TextLine>> pages)
    {
        var tables = pages.Select(static _ => new List<(Box Box, PrintedTable Table)>()).ToList();
        var chain = new List<Found>();
        for (var page = 0; page < pages.Count; page++)
        {
            for (var at = 0; at < pages[page].Count; at++)
            {
                var before = at <= 1 && chain is [.., { ReachesFoot: true } last] && last.Page == page - 1 ? last : null;
                if (Read(page, pages[page], at, before) is not { } found)
                    continue;
                if (before is null || !JoinsWith(chain, found))
                    Build(chain, pages, tables);
                chain.Add(found);
                at += found.Lines.Count;
            }
        }
        Build(chain, pages, tables);
        return tables;
    }

    private static bool JoinsWith(List<Found> chain, Found found) =>
        found.Columns.Meanings.SequenceEqual(chain[0].Columns.Meanings) && chain.Aggregate((AlignedColumns?)found.Columns, static (all, x) => all?.With(x.Columns)) is not null;

    private static Found? Read(int page, List<TextLine> lines, int at, Found? before)
    {
        var head = AlignedColumns.Of(lines[at]) is null ? null : lines[at];
        if (head is null && before is null)
            return null;
        var columns = head is null ? before!.Columns.Copy() : AlignedColumns.Of(head)!;
        var taken = new List<TextLine>();
        var widest = head is null ? lines[at].Em : 0;
        for (var i = head is null ? at : at + 1; i < lines.Count; i++)
        {
            var above = taken.Count > 0 ? taken[^1] : head;
            var gap = above is null ? 0 : lines[i].Box.Top - above.Box.Bottom;
            if (lines[i].Recognized.Count > 0 || (taken.Count > 1 && gap > Math.Max(FarBelow * lines[i].Em, 2 * widest)) || !columns.Take(lines[i]))
                break;
            taken.Add(lines[i]);
            widest = Math.Max(widest, gap);
        }
        if (taken.Count == 0 || AlignedRows.Of(taken, columns, head is null) is not { } rows || (head is not null && before is null && rows.Count < LeastRows))
            return null;
        return new Found(page, head, taken, columns, at + taken.Count + (head is null ? 0 : 1) == lines.Count);
    }

    // All parts of a table that goes over pages have the walls that suit all of them.
    private static void Build(List<Found> chain, IReadOnlyList<List<TextLine>> pages, List<List<(Box Box, PrintedTable Table)>> tables)
    {
        if (chain.Count > 0 && chain.Aggregate((AlignedColumns?)chain[0].Columns, static (all, x) => all?.With(x.Columns)) is { } columns)
        {
            foreach (var found in chain)
            {
                if (AlignedRows.Of(found.Lines, columns, found.Head is null) is not { } rows)
                    continue;
                tables[found.Page].Add((found.Box, Table(found, rows, columns)));
                pages[found.Page].RemoveAll(line => line == found.Head || found.Lines.Contains(line));
            }
        }
        chain.Clear();
    }

    private static PrintedTable Table(Found found, List<int> rows, AlignedColumns columns)
    {
        var walls = columns.Walls();
        var groups = rows.Zip(rows.Skip(1).Append(found.Lines.Count), (from, to) => found.Lines.GetRange(from, to - from)).ToList();
        if (found.Head is { } head)
            groups.Insert(0, [head]);
        var cells = new List<PrintedCell>();
        for (var row = 0; row < groups.Count; row++)
        {
            for (var column = 0; column + 1 < walls.Count; column++)
            {
                var words = groups[row].SelectMany(line => AlignedRows.In(line, walls, column));
                var lines = TextLine.Of(found.Page + 1, words);

                // The name of a group stands once for all its rows.
                var above = cells.FindIndex(cell => cell.To == row && cell.Left == walls[column]);
                if (lines.Count == 0 && columns.Meanings[column] == ColumnMeaning.Group && above >= 0 && row > 1)
                    cells[above] = cells[above] with { To = row + 1 };
                else
                    cells.Add(new PrintedCell(row, row + 1, walls[column], walls[column + 1], lines));
            }
        }
        return new PrintedTable(groups.Count, [.. cells.OrderBy(static cell => cell.From).ThenBy(static cell => cell.Left)]);
    }
}
