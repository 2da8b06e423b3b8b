using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>The title that a page's head gives to its document, which tells the document's own title from the menus above it.</summary>
internal static partial class HtmlTitle
{
    private const int Shortest = 6;

    private const int MostLines = 3;

    /// <summary>Marks the lines that are the page's title as a heading of the first level.</summary>
    public static List<Piece> Mark(IHtmlDocument page, List<Piece> pieces)
    {
        var titles = Titles(page).ToList();
        for (var at = 0; at < pieces.Count; at++)
        {
            if (titles.Select(title => LinesOf(pieces, at, title)).Max() is not (> 0 and var lines)) continue;
            for (var line = at; line < at + lines; line++) pieces[line] = (ParagraphPiece)pieces[line] with { HeadingLevel = 1 };
            break;
        }

        return pieces;
    }

    // <meta name="ArticleTitle">, and what stands in <title> before the names of the column and the site.
    private static IEnumerable<string> Titles(IHtmlDocument page)
    {
        yield return Squeezed(page.QuerySelector("meta[name=ArticleTitle]")?.GetAttribute("content") ?? "");
        yield return Squeezed(page.Title ?? "");
    }

    // How many paragraphs from here on are together the title; 0 where they are not.
    private static int LinesOf(List<Piece> pieces, int at, string title)
    {
        var joined = "";
        for (var line = at; line < pieces.Count && line < at + MostLines && pieces[line] is ParagraphPiece paragraph; line++)
        {
            joined += Squeezed(paragraph.Words);
            if (joined.Length == 0 || !title.StartsWith(joined, StringComparison.Ordinal)) return 0;
            var end = joined.Length;
            if (end >= Shortest && (end == title.Length || title[end] is '_' or '-' or '|' or '—' or '–' or '·')) return line - at + 1;
        }

        return 0;
    }

    private static string Squeezed(string words) => Blanks().Replace(words, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
