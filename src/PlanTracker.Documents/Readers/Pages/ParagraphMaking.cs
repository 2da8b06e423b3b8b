using System.Text;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Scans;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Rebuilds paragraphs from printed lines, over columns and pages: by what room a line left, by indents, sizes and distances.</summary>
internal sealed class ParagraphMaking(double pitch)
{
    private const double SizeDiffers = 0.1;
    private const double SizeDiffersInScan = 0.22;

    private readonly List<(TextLine Line, Margins Margins)> open = [];

    /// <summary>The paragraph that a line ended by not running on into this one; null while it runs on.</summary>
    public ParagraphPiece? Add(TextLine line, Margins margins)
    {
        var ended = open.Count > 0 && !RunsOn(line, margins) ? Close() : null;
        open.Add((line, margins));
        return ended;
    }

    public ParagraphPiece? Close()
    {
        if (open.Count == 0)
            return null;
        var piece = Joined([.. open.Select(static x => x.Line)], open.TrueForAll(static x => IsCentred(x.Line, x.Margins)));
        open.Clear();
        return piece;
    }

    public static ParagraphPiece Joined(IReadOnlyList<TextLine> lines, bool centred)
    {
        var text = new StringBuilder();
        var recognized = new List<RecognizedWords>();
        foreach (var line in lines)
        {
            text.Append(LineJoin.Between(Tail(text), line.Text));
            recognized.AddRange(line.Recognized.Select(word => new RecognizedWords(text.Length + word.Start, text.Length + word.End, word.Confidence)));
            text.Append(line.Text);
        }
        var words = text.ToString();
        return new ParagraphPiece(recognized.Count > 0 ? ScanRepair.Mend(words) : words, Centred: centred) { Recognized = recognized };
    }

    /// <summary>The usual distance from line to line.</summary>
    public static double PitchOf(IEnumerable<TextColumn> columns)
    {
        var steps = columns.SelectMany(static column => column.Lines.Zip(column.Lines.Skip(1), static (a, b) => b.Box.Middle - a.Box.Middle))
            .Where(static step => step > 0).Order().ToList();
        return steps.Count == 0 ? double.MaxValue : steps[steps.Count / 2];
    }

    private bool RunsOn(TextLine next, Margins margins)
    {
        var (last, its) = open[^1];
        if (last.IsMeasured && next.IsMeasured && Math.Abs(last.Em - next.Em) > (next.Recognized.Count > 0 ? SizeDiffersInScan : SizeDiffers) * Math.Max(last.Em, next.Em) && next.Text.Length > 2)
            return false;
        if (next.Page == last.Page && next.Box.Middle - last.Box.Middle > 1.7 * Math.Max(pitch, last.Em))
            return false;
        if (IsCentred(last, its) && IsCentred(next, margins))
            return LineJoin.IsFull(last, next, its.Width);
        if (!LineJoin.IsFull(last, next, its.Right - last.Box.Left))
            return false;
        var indent = (next.Box.Left - margins.Left) / next.Em;
        return indent > 0.9 ? Hangs(last, its, next, indent) : !IsNewItem(last, its, next);
    }

    // A line that begins further right is a new paragraph, but for the lines that hang under their number:
    // 1. 建立……
    //    制度……
    private bool Hangs(TextLine last, Margins its, TextLine next, double indent)
    {
        if (LineJoin.StartsWithLabel(next.Text))
            return false;
        var before = (last.Box.Left - its.Left) / last.Em;
        if (open.Count > 1)
            return Math.Abs(before - indent) < 0.4 && before > 0.9 && indent < 8;
        return LineJoin.StartsWithLabel(last.Text) && indent < before + 4 && !LineJoin.EndsWithStop(last.Text);
    }

    // Where paragraphs have no indent, a number behind a full stop begins one.
    private bool IsNewItem(TextLine last, Margins its, TextLine next) =>
        LineJoin.StartsWithLabel(next.Text) && LineJoin.EndsWithStop(last.Text) && open[0].Line.Box.Left - its.Left < 0.9 * last.Em;

    private static bool IsCentred(TextLine line, Margins margins)
    {
        var (left, right) = (line.Box.Left - margins.Left, margins.Right - line.Box.Right);
        return left > 2.2 * line.Em && Math.Abs(left - right) < 1.2 * line.Em;
    }

    private static string Tail(StringBuilder text) => text.Length == 0 ? "" : text[^1].ToString();
}
