using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Text;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>Web pages as they were saved: the words that show, without scripts, menus and comments. Nothing is run and nothing is loaded.</summary>
internal static partial class HtmlReader
{
    private const int HeadBytes = 2048;

    public static Reading Read(ReadOnlySpan<byte> file, ReadingLimits limits, CancellationToken cancellation)
    {
        var page = TextDecoding.Decode(file, TextDecoding.DetectWithHint(file, NamedCharset(file)));
        if (HtmlNesting.IsDeeperThan(limits.MaxDepth, page))
            return new Diagnostic(DiagnosticKind.TooDeep, Words: limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        if (page.Length > limits.MaxCharacters)
            return new Diagnostic(DiagnosticKind.TooLong, Words: limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        cancellation.ThrowIfCancellationRequested();
        // A parser alone, without a browsing context: there is nobody who could load or run anything.
        using var document = new HtmlParser().ParseDocument(page);
        cancellation.ThrowIfCancellationRequested();
        var pieces = HtmlTitle.Mark(document, new HtmlFlow(limits, cancellation).Read(document.Body ?? document.DocumentElement));
        return TextAssembly.Assemble(SourceFormat.Html, pieces, limits, cancellation);
    }

    private static string? NamedCharset(ReadOnlySpan<byte> file)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(file[..Math.Min(file.Length, HeadBytes)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
