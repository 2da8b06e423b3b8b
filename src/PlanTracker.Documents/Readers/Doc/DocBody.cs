using System.Globalization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Docx;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>Makes blocks of the paragraphs: numbers them as Word shows it, and gathers those that lie in tables.</summary>
internal sealed class DocBody(IReadOnlyList<DocParagraph> paragraphs, DocxStyles styles, NumberCounter counter, ReadingLimits limits)
{
    private int at;

    public List<Piece> Read()
    {
        var pieces = new List<Piece>();
        while (at < paragraphs.Count)
        {
            if (paragraphs[at].Place.Depth > 0)
                pieces.Add(ReadTable(1));
            else
                pieces.Add(Paragraph(paragraphs[at++]));
        }
        return pieces;
    }

    private TablePiece ReadTable(int depth)
    {
        if (depth > limits.MaxDepth)
            throw new UnreadableException(DiagnosticKind.TooDeep, limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        var rows = new DocTable();
        while (at < paragraphs.Count && paragraphs[at].Place.Depth >= depth)
            ReadRow(depth, rows);
        return new TablePiece(rows.Rows());
    }

    private void ReadRow(int depth, DocTable rows)
    {
        var cells = new List<IReadOnlyList<Piece>>();
        while (at < paragraphs.Count && paragraphs[at].Place.Depth >= depth)
        {
            var paragraph = paragraphs[at];
            if (paragraph.Place.Depth == depth && paragraph.Place.EndsRow)
            {
                at++;
                rows.Add(cells, paragraph.Place);
                return;
            }
            cells.Add(ReadCell(depth));
        }
        // The end of the row was lost.
        if (cells.Count > 0)
            rows.Add(cells, new TablePlace());
    }

    private List<Piece> ReadCell(int depth)
    {
        var content = new List<Piece>();
        while (at < paragraphs.Count && paragraphs[at].Place.Depth >= depth)
        {
            var paragraph = paragraphs[at];
            if (paragraph.Place.Depth > depth)
            {
                content.Add(ReadTable(depth + 1));
                continue;
            }
            if (paragraph.Place.EndsRow)
                break;
            at++;
            content.Add(Paragraph(paragraph));
            if (depth == 1 ? paragraph.EndsCell : paragraph.Place.EndsInnerCell)
                break;
        }
        return content;
    }

    private ParagraphPiece Paragraph(DocParagraph paragraph)
    {
        var properties = paragraph.Properties;
        var number = counter.Next(properties);
        var centred = properties.Centred ?? styles.First(properties.Style, static style => style.Paragraph.Centred) ?? false;
        return new ParagraphPiece(
            paragraph.Words, number?.Label ?? "", number?.Gap ?? "", styles.HeadingLevel(properties), centred, paragraph.AllBold);
    }
}
