using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Printed pages in, paragraphs and tables out.</summary>
internal static partial class PageLayout
{
    public static IReadOnlyList<Piece> Read(IReadOnlyList<PrintedPage> pages, CancellationToken cancellation)
    {
        var words = pages.Select(static page => page.Words.ToList()).ToList();
        var tables = pages.Select((page, i) => RuledGrid.Of(page.Rules)
            .Select(grid => (grid.Box, Table: PrintedTable.Of(grid, page.Number, words[i]))).Where(static found => found.Table.Rows > 0).ToList()).ToList();
        var lines = pages.Select((page, i) => TextLine.Of(page.Number, words[i])).ToList();
        var (text, furniture) = PageFurniture.Part(pages, lines);
        if (furniture.Exists(static line => line.Page <= 2 && SecrecyMark.StandsIn(line.Text)))
            throw new UnreadableException(DiagnosticKind.MarkedSecret);
        cancellation.ThrowIfCancellationRequested();
        foreach (var (page, aligned) in tables.Zip(AlignedTables.TakeFrom(text)))
        {
            page.AddRange(aligned);
            page.Sort(static (a, b) => a.Box.Top.CompareTo(b.Box.Top));
        }
        var notes = Footnotes.TakeFrom(pages, text);
        var parts = text.Select((page, i) => Parts(page, tables[i])).ToList();
        return [.. Lay(pages, parts), .. notes];
    }

    // 续表   （续）   续表1
    [GeneratedRegex(@"^[（(]?续(?:表|上表|上页|前表)?\s*\d{0,2}[）)]?[:：]?$")]
    private static partial Regex Continued();

    private sealed record PagePart(TextColumn? Column, PrintedTable? Table);

    // What stands above, between and below the tables is laid out for itself.
    private static List<PagePart> Parts(List<TextLine> lines, List<(Box Box, PrintedTable Table)> tables)
    {
        var parts = new List<PagePart>();
        var rest = new List<TextLine>(lines);
        foreach (var (box, table) in tables)
        {
            var above = rest.Where(line => line.Box.Middle < box.Top).ToList();
            rest.RemoveAll(above.Contains);
            parts.AddRange(TextColumn.Of(above).Select(static column => new PagePart(column, null)));
            parts.Add(new PagePart(null, table));
        }
        parts.AddRange(TextColumn.Of(rest).Select(static column => new PagePart(column, null)));
        return parts;
    }

    private static List<Piece> Lay(IReadOnlyList<PrintedPage> pages, List<List<PagePart>> parts)
    {
        var usual = UsualMargins(pages, parts);
        var making = new ParagraphMaking(ParagraphMaking.PitchOf(parts.SelectMany(static page => page).Select(static part => part.Column).OfType<TextColumn>()));
        var pieces = new List<Piece>();
        PrintedTable? open = null;
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var part in parts[i])
            {
                if (part.Table is { } table)
                {
                    Take(pieces, making.Close());
                    if (open is not null && !TableJoin.IsOne(open, table))
                        Close(pieces, ref open);
                    open = open is null ? table : TableJoin.Join(open, table);
                    continue;
                }
                var column = part.Column!;
                var margins = usual.TryGetValue(WidthOf(pages[i]), out var known) ? column.Margins.WidenedTo(known, column.Lines[0].Em) : column.Margins;
                foreach (var line in column.Lines)
                {
                    if (open is not null && Continued().IsMatch(line.Text))
                        continue;
                    Close(pieces, ref open);
                    Take(pieces, making.Add(line, margins));
                }
            }
        }
        Close(pieces, ref open);
        Take(pieces, making.Close());
        return pieces;
    }

    private static void Close(List<Piece> pieces, ref PrintedTable? table)
    {
        if (table is not null)
            pieces.Add(TablePieces.Of(table));
        table = null;
    }

    private static void Take(List<Piece> pieces, ParagraphPiece? paragraph)
    {
        if (paragraph is not null)
            pieces.Add(paragraph);
    }

    // Pages of one width share their margins; those of two columns have none of their own.
    private static Dictionary<int, Margins> UsualMargins(IReadOnlyList<PrintedPage> pages, List<List<PagePart>> parts) =>
        pages.Zip(parts).Where(static page => page.Second is [{ Column.Lines.Count: > 5 }])
            .GroupBy(static page => WidthOf(page.First), static page => page.Second[0].Column!.Margins)
            .ToDictionary(static same => same.Key, static same => new Margins(
                Middle(same.Select(static x => x.Left)), Middle(same.Select(static x => x.Right))));

    private static int WidthOf(PrintedPage page) => (int)Math.Round(page.Width);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
