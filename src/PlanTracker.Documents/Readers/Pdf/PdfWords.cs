using System.Globalization;
using System.Net;
using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Readers.Pdf;

/// <summary>The pages and words that pdftotext prints with their places, one element a line, taken while it prints.</summary>
internal static class PdfWords
{
    public static List<PrintedPage> Read(Stream output, ReadingLimits limits, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 32 * 1024);
        var pages = new List<PrintedPage>();
        var words = new List<PageWord>();
        var characters = 0L;
        while (reader.ReadLine() is { } line)
        {
            var element = line.AsSpan().TrimStart();
            if (element.StartsWith("<page "))
            {
                cancellation.ThrowIfCancellationRequested();
                words = [];
                pages.Add(new PrintedPage(pages.Count + 1, Number(element, " width=\""), Number(element, " height=\""), words));
            }
            else if (element.StartsWith("<word ") && Word(element) is { } word)
            {
                characters += word.Text.Length;
                if (characters > limits.MaxCharacters)
                    throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
                words.Add(word);
            }
        }
        return pages;
    }

    private static PageWord? Word(ReadOnlySpan<char> element)
    {
        var begin = element.IndexOf('>') + 1;
        var end = element.LastIndexOf("</word>");
        if (begin <= 0 || end <= begin)
            return null;
        var raw = element[begin..end];
        var text = Shown(raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw.ToString());
        var box = new Box(Number(element, " xMin=\""), Number(element, " yMin=\""), Number(element, " xMax=\""), Number(element, " yMax=\""));
        return text.Length == 0 || !double.IsFinite(box.Left + box.Top + box.Right + box.Bottom) ? null : new PageWord(text, box);
    }

    // Signs that show nothing would stand between a number and its point, or inside a name.
    private static string Shown(string text)
    {
        var clean = Pieces.Characters.Clean(text).Trim();
        return clean.Contains('\n', StringComparison.Ordinal) ? clean.Replace("\n", "", StringComparison.Ordinal) : clean;
    }

    private static double Number(ReadOnlySpan<char> element, string attribute)
    {
        var at = element.IndexOf(attribute);
        if (at < 0)
            return double.NaN;
        var value = element[(at + attribute.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
