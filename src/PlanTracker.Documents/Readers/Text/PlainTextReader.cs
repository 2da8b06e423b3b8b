using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Text;

/// <summary>Plain text: every line that is not blank is a paragraph, and the text stays as it is but for its line ends.</summary>
internal static class PlainTextReader
{
    public static Reading Read(string decoded, ReadingLimits limits)
    {
        var text = Characters.Clean(decoded);
        var blocks = new List<Block>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (Trimmed(text, start, end) is { } span)
            {
                if (blocks.Count == limits.MaxBlocks)
                    return new Diagnostic(DiagnosticKind.TooManyParts, Words: limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
                blocks.Add(new Paragraph(span));
            }
            start = end + 1;
        }
        if (blocks.Count == 0)
            return DiagnosticKind.EmptyFile;
        return new Reading(new DocumentText(SourceFormat.Text, text, blocks), null) { Notes = DamagedText.In(text) };
    }

    private static SourceSpan? Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start == end ? null : new SourceSpan(start, end);
    }
}
