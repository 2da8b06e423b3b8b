using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Tables of tasks without ruled lines, by the words at the head of their columns and the gutters that all their lines leave open. Text in two
/// columns and stretched lines have no such head.</summary>
internal static class AlignedTables
{
    private const int LeastRows = 2;
    private const int MostMore = 3;
    private const int MostHeadLines = 3;
    private const double FarBelow = 2.5;
    private const double WidestGroup = 0.75;

    /// <param name="Groups">Lines over all columns that name the rows below them.</param>
    private sealed record Found(int Page, List<TextLine> Head, List<TextLine> Lines, HashSet<TextLine> Groups, AlignedColumns Columns, bool ReachesFoot)
    {
        public Box Box => Head.Concat(Lines).Select(static line => line.Box).Aggregate(static (all, box) => all.With(box));

        public List<int>? Rows(AlignedColumns columns) => AlignedRows.Of(Lines, Groups, columns, goesOn: Head.Count == 0);
    }

    /// <summary>Takes their lines out of those of the pages, and gives the tables of each page.</summary>
    public static List<List<(Box Box, PrintedTable Table)>> TakeFrom(IReadOnlyList<List<TextLine>> pages)
    {
        var tables = pages.Select(static _ => new List<(Box Box, PrintedTable Table)>()).ToList();
        var taken = new HashSet<TextLine>();
        var chain = new List<Found>();
        for (var page = 0; page < pages.Count; page++)
        {
            for (var at = 0; at < pages[page].Count; at++)
            {
                var before = at <= 1 && chain is [.., { ReachesFoot: true } last] && last.Page == page - 1 ? last : null;
                if (Read(page, pages[page], at, before) is not { } found)
                    continue;
                if (before is null || !JoinsWith(chain, found))
                    Build(chain, taken, tables);
                chain.Add(found);
                at += found.Head.Count + found.Lines.Count - 1;
            }
        }
        Build(chain, taken, tables);
        foreach (var page in pages)
            page.RemoveAll(taken.Contains);
        return tables;
    }

    private static bool JoinsWith(List<Found> chain, Found found) =>
        found.Columns.Meanings.SequenceEqual(chain[0].Columns.Meanings) && chain.Aggregate((AlignedColumns?)found.Columns, static (all, x) => all?.With(x.Columns)) is not null;

    private static Found? Read(int page, List<TextLine> lines, int at, Found? before)
    {
        var head = HeadAt(lines, at);
        if (head.Count == 0 && before is null)
            return null;
        var columns = head.Count == 0 ? before!.Columns.Copy() : AlignedColumns.Of(head)!;
        var (taken, groups) = (new List<TextLine>(), new HashSet<TextLine>());
        var widest = head.Count == 0 ? lines[at].Em : 0;
        for (var i = at + head.Count; i < lines.Count; i++)
        {
            var above = taken.Count > 0 ? taken[^1] : head.LastOrDefault();
            var gap = above is null ? 0 : lines[i].Box.Top - above.Box.Bottom;
            if (lines[i].Recognized.Count > 0 || (taken.Count > 1 && gap > Math.Max(FarBelow * lines[i].Em, 2 * widest)))
                break;
            if (!columns.Take(lines[i]) && !(IsGroup(lines, i, columns) && groups.Add(lines[i])))
                break;
            taken.Add(lines[i]);
            widest = Math.Max(widest, gap);
        }

        // What stands close below may leave the gutters open by chance.
        for (var more = MostMore; taken.Count > 0 && more >= 0; taken.RemoveAt(taken.Count - 1), more--)
        {
            var found = new Found(page, head, taken, groups, columns, at + head.Count + taken.Count == lines.Count);
            if (found.Rows(columns) is { } rows && (rows.Count >= LeastRows || before is not null))
                return found;
        }
        return null;
    }

    private static List<TextLine> HeadAt(List<TextLine> lines, int at)
    {
        for (var count = Math.Min(MostHeadLines, lines.Count - at); count > 0; count--)
        {
            var head = lines.GetRange(at, count);
            if (head.Zip(head.Skip(1)).All(static pair => pair.Second.Box.Top - pair.First.Box.Bottom < pair.First.Em) && AlignedColumns.Of(head) is not null)
                return head;
        }
        return [];
    }

    // 一、山塘管护: stands across the first gutters, over a row that keeps to them.
    private static bool IsGroup(List<TextLine> lines, int at, AlignedColumns columns) =>
        at + 1 < lines.Count && !lines[at].IsParted && LineJoin.StartsWithLabel(lines[at].Text) && lines[at].Box.Width < WidestGroup * (columns.Right - columns.Left)
        && lines[at + 1].Words.Count > 2 && columns.Fits(lines[at + 1]);

    // All parts of a table that goes over pages have the walls that suit all of them.
    private static void Build(List<Found> chain, HashSet<TextLine> taken, List<List<(Box Box, PrintedTable Table)>> tables)
    {
        if (chain.Count > 0 && chain.Aggregate((AlignedColumns?)chain[0].Columns, static (all, x) => all?.With(x.Columns)) is { } columns)
        {
            foreach (var found in chain)
            {
                if (found.Rows(columns) is not { } rows)
                    continue;
                tables[found.Page].Add((found.Box, Table(found, rows, columns)));
                taken.UnionWith(found.Head);
                taken.UnionWith(found.Lines);
            }
        }
        chain.Clear();
    }

    private static PrintedTable Table(Found found, List<int> rows, AlignedColumns columns)
    {
        var walls = columns.Walls();
        var groups = rows.Zip(rows.Skip(1).Append(found.Lines.Count), (from, to) => found.Lines.GetRange(from, to - from)).ToList();
        if (found.Head.Count > 0)
            groups.Insert(0, found.Head);
        var cells = new List<PrintedCell>();
        for (var row = 0; row < groups.Count; row++)
        {
            if (found.Groups.Contains(groups[row][0]))
            {
                cells.Add(new PrintedCell(row, row + 1, walls[0], walls[^1], groups[row]));
                continue;
            }
            for (var column = 0; column + 1 < walls.Count; column++)
            {
                var words = groups[row].SelectMany(line => AlignedRows.In(line, walls, column));
                var lines = TextLine.Of(found.Page + 1, words);

                // A head is one word, however its lines are cut.
                if (row == 0 && found.Head.Count > 1 && lines.Count > 1)
                    lines = [new TextLine(found.Page + 1, [.. lines.SelectMany(static line => line.Words)])];

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
