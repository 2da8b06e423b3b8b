namespace PlanTracker.Documents.Blocks;

/// <summary>Half-open range [Start, End) of UTF-16 positions in <see cref="DocumentText.Text"/>.</summary>
public readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(SourceSpan other) => Start <= other.Start && other.End <= End;
}

/// <summary>What a file is, told by its bytes and not by its name.</summary>
public enum SourceFormat
{
    Text,
    Docx,
    Xlsx,
    Html,
    Doc,
    Xls,
    Ofd,
    Rtf,
    Csv,
    Markdown,
    Pdf,
    Picture,
}

/// <summary>The one shape that every format becomes: the whole text, and the blocks whose spans point into it.
/// A number that Word itself computes stands in the text before its paragraph, as Word shows it. Blocks are in reading order,
/// do not overlap, and what stands between two blocks is white space only.</summary>
public sealed record DocumentText(SourceFormat Format, string Text, IReadOnlyList<Block> Blocks)
{
    public string this[SourceSpan span] => Text[span.Start..span.End];
}

/// <summary>One block of a document.</summary>
public abstract record Block(SourceSpan Span);

/// <summary>A paragraph. In plain text one line; in Word one w:p (line breaks inside stand as '\n' in the text).</summary>
/// <param name="Span">Covers the computed number (if any) and the words.</param>
/// <param name="Number">The part of <paramref name="Span"/> which the format itself numbered (Word's numbering, an ordered list of HTML); null
/// where the number, if there is one, was typed.</param>
/// <param name="HeadingLevel">1–9 where the format marks a heading (Heading styles, h1–h6), else null.</param>
/// <param name="Centred">The paragraph is centred, as titles and signatures often are.</param>
/// <param name="Bold">All of its words are bold.</param>
public sealed record Paragraph(SourceSpan Span, SourceSpan? Number = null, int? HeadingLevel = null, bool Centred = false, bool Bold = false)
    : Block(Span);

/// <summary>A table. Its text lies in the document's text row by row: cells of a row are separated by '\t', rows by '\n'; a merged
/// cell's words stand once, at its first cell.</summary>
public sealed record Table(SourceSpan Span, IReadOnlyList<TableRow> Rows) : Block(Span);

/// <param name="Span">The row's part of the text.</param>
/// <param name="Cells">One entry per cell that begins in this row or continues from the row above, in column order.</param>
/// <param name="MarkedHeader">The format itself marks it as a header row (w:tblHeader, th).</param>
public sealed record TableRow(SourceSpan Span, IReadOnlyList<TableCell> Cells, bool MarkedHeader = false);

/// <param name="Span">Where the cell's words stand in the text; for a continued cell, those of the cell that it continues.</param>
/// <param name="Column">First grid column, from 0.</param>
/// <param name="ColumnSpan">How many grid columns it covers, at least 1.</param>
/// <param name="ContinuesAbove">It is the lower part of a cell merged over rows.</param>
public sealed record TableCell(SourceSpan Span, int Column, int ColumnSpan = 1, bool ContinuesAbove = false);
