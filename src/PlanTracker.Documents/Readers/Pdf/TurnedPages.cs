using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Readers.Pdf;

/// <summary>Sets pages upright whose lines run upward, downward or backward although their file does not say that they are to be turned. In which way they
/// run is told by the order in which the file prints its words.</summary>
internal static class TurnedPages
{
    private const double OuterEdge = 0.12;

    /// <param name="asPrinted">The words of all pages in the order of the file; asked for only where a page seems to lie on its side.</param>
    public static List<PrintedPage> Upright(List<PrintedPage> pages, Func<List<PrintedPage>> asPrinted)
    {
        var doubtful = pages.Select(static page => LiesOnSide(page.Words) || RunsBack(page.Words)).ToList();
        if (!doubtful.Contains(true))
            return pages;
        var printed = asPrinted();
        return [.. pages.Select((page, i) => doubtful[i] && i < printed.Count ? Upright(page, TurnOf(printed[i].Words)) : page)];
    }

    private static PrintedPage Upright(PrintedPage page, Turn turn)
    {
        if (turn == Turn.None)
            return page;
        var turned = new PageTurn(turn, page.Width, page.Height);
        var (width, height) = turned.Size;
        var words = turn == Turn.UpsideDown ? page.Words : WithoutEdges(page);
        return new PrintedPage(page.Number, width, height, [.. words.Select(word => word with { Box = turned.Of(word.Box) })]) { Turned = turned };
    }

    private static Turn TurnOf(IReadOnlyList<PageWord> words)
    {
        if (LiesOnSide(words))
            return Steps(words, static box => box.Top, static box => -box.Right) is var (down, up) && down > up ? Turn.Left : Turn.Right;
        return RunsBack(words) ? Turn.UpsideDown : Turn.None;
    }

    private static bool LiesOnSide(IReadOnlyList<PageWord> words)
    {
        var several = words.Where(IsSeveral).ToList();
        return several.Where(RunsDown).Sum(static word => word.Text.Length) > 4 * several.Where(static word => !RunsDown(word)).Sum(static word => word.Text.Length);
    }

    // To turn a page over that stands upright would cost all its words: nearly every step must go back.
    private static bool RunsBack(IReadOnlyList<PageWord> words) =>
        Steps(words, static box => box.Left, static box => box.Bottom) is var (on, back) && back >= 3 && back > 4 * on;

    private static bool IsSeveral(PageWord word) => WideCharacters.Squares(word.Text) >= 2;

    private static bool RunsDown(PageWord word) => word.Box.Height > 1.5 * word.Box.Width;

    /// <summary>How many words stand behind, and how many before the word before them: along their line, or in another line.</summary>
    private static (int On, int Back) Steps(IReadOnlyList<PageWord> words, Func<Box, double> along, Func<Box, double> line)
    {
        var (on, back) = (0, 0);
        foreach (var (first, second) in words.Zip(words.Skip(1)))
        {
            var size = Math.Min(Math.Min(first.Box.Width, first.Box.Height), Math.Min(second.Box.Width, second.Box.Height));
            var lines = line(second.Box) - line(first.Box);
            var step = Math.Abs(lines) < size / 2 ? along(second.Box) - along(first.Box) : lines;
            if (step > 0)
                on++;
            else
                back++;
        }
        return (on, back);
    }

    // The number of the page stands upright at its foot: beside the text, once that is turned.
    private static List<PageWord> WithoutEdges(PrintedPage page)
    {
        var text = page.Words.Where(static word => IsSeveral(word) && RunsDown(word)).ToList();
        var (top, bottom) = (text.Min(static word => word.Box.Top), text.Max(static word => word.Box.Bottom));
        return
        [
            .. page.Words.Where(word => !(word.Box.Bottom < Math.Min(top, OuterEdge * page.Height) || word.Box.Top > Math.Max(bottom, (1 - OuterEdge) * page.Height))),
        ];
    }
}
