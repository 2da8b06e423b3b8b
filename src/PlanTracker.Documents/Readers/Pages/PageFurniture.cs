using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>What a page carries besides its text: page numbers, running heads and feet.</summary>
internal static partial class PageFurniture
{
    /// <summary>How many lines at the head and at the foot of a page may be furniture.</summary>
    private const int Deep = 3;

    private const double HeadZone = 0.16;
    private const double OuterEdge = 0.12;
    private const double SameHeight = 4;

    // - 7 -   — 12 —   7   第 7 页   第7页 共9页   7 / 9   Page 7 of 9   ·7·
    [GeneratedRegex(@"^[-–—―－_·•.~\s]*(?:\d{1,4}|[０-９]{1,4}|[ivxl]{1,6})[-–—―－_·•.~\s]*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^[-–—―－\s]*第?\s*[\d０-９一二三四五六七八九十百]{1,5}\s*页?\s*[,，/／、]?\s*共?\s*\d{0,4}\s*页?[-–—―－\s]*$")]
    private static partial Regex NumberedPage();

    [GeneratedRegex(@"^page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishPage();

    [GeneratedRegex(@"^\s*[\d０-９]+\s*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\d+|[０-９]+")]
    private static partial Regex Digits();

    /// <summary>Parts the lines of the pages (each page's top to bottom) into the text's own and the rest.</summary>
    public static (List<List<TextLine>> Text, List<TextLine> Furniture) Part(IReadOnlyList<PrintedPage> pages, IReadOnlyList<List<TextLine>> lines)
    {
        var furniture = new HashSet<TextLine>();
        var body = BodySize(lines);
        var heads = Candidates(pages, lines, static page => page);
        var feet = Candidates(pages, lines, static page => page.AsEnumerable().Reverse());
        MarkNumbers(heads, furniture);
        MarkNumbers(feet, furniture);
        MarkMisread(pages, heads, furniture);
        MarkMisread(pages, feet, furniture);
        MarkRepeated(heads, furniture, body);
        MarkRepeated(feet, furniture, body);
        if (pages.Count == 1)
            MarkSmallHead(pages[0], heads[0], lines[0], furniture, body);
        return ([.. lines.Select(page => page.Where(line => !furniture.Contains(line)).ToList())], [.. furniture]);
    }

    // Outermost first; only what stands in the outer part of its page.
    private static List<List<TextLine>> Candidates(
        IReadOnlyList<PrintedPage> pages, IReadOnlyList<List<TextLine>> lines, Func<List<TextLine>, IEnumerable<TextLine>> fromOutside)
    {
        bool IsOuter(PrintedPage page, TextLine line) =>
            line.Box.Middle < HeadZone * page.Height || line.Box.Middle > (1 - HeadZone) * page.Height;
        return [.. lines.Select((page, i) => fromOutside(page).Take(Deep).TakeWhile(line => IsOuter(pages[i], line)).ToList())];
    }

    // A number may stand beside or beyond a running head, but not behind the text's own lines.
    private static void MarkNumbers(List<List<TextLine>> candidates, HashSet<TextLine> furniture)
    {
        var numbers = candidates.SelectMany(static page => page.Take(2)).Where(static line => IsPageNumber(line.Text.Trim())).ToList();
        foreach (var line in numbers)
        {
            // A number without dashes may be that of a task, alone on its line: one of pages stands at one height on most of them.
            var alike = numbers.Count(other => Math.Abs(other.Box.Middle - line.Box.Middle) < 2 * SameHeight);
            if (!Plain().IsMatch(line.Text) || candidates.Count == 1 || 2 * alike >= candidates.Count)
                furniture.Add(line);
        }
    }

    // Of the number in a scan, - 7 -, little is recognized: a few marks alone at the edge are no words of the text.
    private static void MarkMisread(IReadOnlyList<PrintedPage> pages, List<List<TextLine>> candidates, HashSet<TextLine> furniture)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (candidates[i] is [{ Recognized.Count: > 0 } line, ..] && line.Text.Count(static c => c != ' ') <= 6 && line.Box.Width < 0.18 * pages[i].Width
                && (line.Box.Middle < OuterEdge * pages[i].Height || line.Box.Middle > (1 - OuterEdge) * pages[i].Height))
            {
                furniture.Add(line);
            }
        }
    }

    private static bool IsPageNumber(string text) =>
        text.Length <= 24 && (BareNumber().IsMatch(text) || EnglishPage().IsMatch(text)
            || (NumberedPage().IsMatch(text) && text.AsSpan().IndexOfAny("页/／") >= 0));

    private static void MarkRepeated(List<List<TextLine>> candidates, HashSet<TextLine> furniture, double body)
    {
        var open = new List<(string Words, double Middle, List<TextLine> Lines)>();
        foreach (var line in candidates.SelectMany(static page => page).Where(line => !furniture.Contains(line)))
        {
            var words = Digits().Replace(line.Text.Replace(" ", "", StringComparison.Ordinal), "0");
            var at = open.FindIndex(group => group.Words == words && Math.Abs(group.Middle - line.Box.Middle) <= SameHeight);
            if (at < 0)
                open.Add((words, line.Box.Middle, [line]));
            else
                open[at].Lines.Add(line);
        }
        foreach (var (_, _, same) in open.Where(static group => group.Lines.DistinctBy(static line => line.Page).Count() > 1))
        {
            // A large line on every page is the title of a table that is printed anew with it: once it is text.
            foreach (var line in same[0].Em > 1.25 * body ? same.Skip(1) : same)
                furniture.Add(line);
        }
    }

    // On a single page nothing is repeated: there a running head is small, and stands in the margin far above the text.
    private static void MarkSmallHead(PrintedPage page, List<TextLine> candidates, List<TextLine> lines, HashSet<TextLine> furniture, double body)
    {
        if (candidates is not [var head, ..] || lines.Count < 3 || head.Em > 0.92 * body || head.Box.Bottom > 0.08 * page.Height)
            return;
        var next = lines.First(line => line.Box.Middle > head.Box.Middle);
        if (next.Box.Top - head.Box.Bottom > head.Em)
            furniture.Add(head);
    }

    /// <summary>The size in which most characters are set.</summary>
    public static double BodySize(IReadOnlyList<List<TextLine>> lines) => lines.SelectMany(static page => page)
        .GroupBy(static line => Math.Round(line.Em * 2) / 2).OrderByDescending(static size => size.Sum(static line => line.Text.Length))
        .Select(static size => size.Key).FirstOrDefault(12);
}
