using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Printed pages in, paragraphs and tables out.</summary>
internal static class PageLayout
{
    public static IReadOnlyList<Piece> Read(IReadOnlyList<PrintedPage> pages, CancellationToken cancellation)
    {
        var lines = pages.Select(page => TextLine.Of(page.Number, page.Words)).ToList();
        var (text, furniture) = PageFurniture.Part(pages, lines);
        if (furniture.Exists(static line => line.Page <= 2 && SecrecyMark.StandsIn(line.Text)))
            throw new UnreadableException(DiagnosticKind.MarkedSecret);
        cancellation.ThrowIfCancellationRequested();
        var columns = text.Select(TextColumn.Of).ToList();
        return Paragraphs(pages, columns);
    }

    private static List<Piece> Paragraphs(IReadOnlyList<PrintedPage> pages, List<List<TextColumn>> columns)
    {
        var usual = UsualMargins(pages, columns);
        var making = new ParagraphMaking(ParagraphMaking.PitchOf(columns.SelectMany(static page => page)));
        var pieces = new List<Piece>();
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var column in columns[i])
            {
                var margins = usual.TryGetValue(WidthOf(pages[i]), out var known) ? column.Margins.WidenedTo(known, column.Lines[0].Em) : column.Margins;
                foreach (var line in column.Lines)
                {
                    if (making.Add(line, margins) is { } paragraph)
                        pieces.Add(paragraph);
                }
            }
        }
        if (making.Close() is { } last)
            pieces.Add(last);
        return pieces;
    }

    // Pages of one width share their margins; those of two columns have none of their own.
    private static Dictionary<int, Margins> UsualMargins(IReadOnlyList<PrintedPage> pages, List<List<TextColumn>> columns) =>
        pages.Zip(columns).Where(static page => page.Second.Count == 1 && page.Second[0].Lines.Count > 5)
            .GroupBy(static page => WidthOf(page.First), static page => page.Second[0].Margins)
            .ToDictionary(static same => same.Key, static same => new Margins(
                Middle(same.Select(static x => x.Left)), Middle(same.Select(static x => x.Right))));

    private static int WidthOf(PrintedPage page) => (int)Math.Round(page.Width);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
