using System.Globalization;
using AngleSharp.Dom;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Html;

/// <summary>Walks the elements of a page and makes a paragraph of each run of words between two block borders.</summary>
internal sealed class HtmlFlow(ReadingLimits limits, CancellationToken cancellation)
{
    private readonly List<Piece> pieces = [];
    private readonly HtmlLine line = new();
    private string label = "";

    /// <param name="root">A body, or a cell or caption of a table.</param>
    /// <param name="depth">How deep it lies.</param>
    public List<Piece> Read(INode root, int depth = 0)
    {
        Walk(root, default, depth);
        EndParagraph(default);
        return pieces;
    }

    /// <summary>How the words here stand, as far as their elements say.</summary>
    internal readonly record struct Look(int? HeadingLevel, bool Centred, bool Bold, bool Preformatted);

    private void Walk(INode node, Look look, int depth)
    {
        if (depth > limits.MaxDepth)
            throw new UnreadableException(DiagnosticKind.TooDeep, limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        cancellation.ThrowIfCancellationRequested();
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
                line.Add(text.Data, look.Bold, look.Preformatted);
            else if (child is IElement element && !HtmlLook.IsUnseen(element))
                WalkElement(element, Inherit(look, element), look, depth);
        }
    }

    private void WalkElement(IElement element, Look look, Look outer, int depth)
    {
        if (element.LocalName == "br")
        {
            line.Break();
            return;
        }
        if (element.LocalName == "table" && !HtmlLook.IsFrame(element))
        {
            EndParagraph(outer);
            pieces.AddRange(new HtmlTable(limits, cancellation).Read(element, depth));
            return;
        }
        if (!HtmlLook.IsBlock(element))
        {
            Walk(element, look, depth + 1);
            return;
        }
        EndParagraph(outer);
        if (element.LocalName == "ol")
            WalkNumbered(element, look, depth + 1);
        else
            Walk(element, look, depth + 1);
        EndParagraph(look);
    }

    private void WalkNumbered(IElement list, Look look, int depth)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var child in list.Children)
        {
            if (HtmlLook.IsUnseen(child))
                continue;
            if (child.LocalName == "li")
            {
                if (int.TryParse(child.GetAttribute("value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
                    number = value;
                label = HtmlListNumber.Show(number++, list, child);
            }
            WalkElement(child, Inherit(look, child), look, depth);
            label = "";
        }
    }

    private void EndParagraph(Look look)
    {
        if (line.IsBlank)
        {
            line.Begin();
            return;
        }
        pieces.Add(new ParagraphPiece(line.Words, label, label.Length > 0 ? " " : "", look.HeadingLevel, look.Centred, line.AllBold));
        if (pieces.Count > limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
        label = "";
        line.Begin();
    }

    private static Look Inherit(Look look, IElement element) => new(
        HtmlLook.HeadingLevel(element) ?? look.HeadingLevel,
        HtmlLook.Centred(element) ?? look.Centred,
        HtmlLook.Bold(element) ?? look.Bold,
        element.LocalName == "pre" || look.Preformatted);
}
