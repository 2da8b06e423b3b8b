using System.Globalization;
using System.Text;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>Lays pieces into one text and gives every block its span.</summary>
internal sealed class TextAssembly(ReadingLimits limits, CancellationToken cancellation)
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<RecognizedWords> recognized = [];
    private int parts;

    /// <summary>EmptyFile where the pieces hold no word.</summary>
    public static Reading Assemble(
        SourceFormat format, IReadOnlyList<Piece> pieces, ReadingLimits limits, CancellationToken cancellation)
    {
        var assembly = new TextAssembly(limits, cancellation);
        assembly.Add(pieces);
        if (assembly.blocks.Count == 0)
            return DiagnosticKind.EmptyFile;
        var all = assembly.text.ToString();
        return new Reading(new DocumentText(format, all, assembly.blocks), null)
        {
            Notes = [.. RecognizedDoubts.Of(all, assembly.recognized), .. DamagedText.In(all)],
        };
    }

    private void Add(IReadOnlyList<Piece> pieces)
    {
        foreach (var piece in pieces)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (piece)
            {
                case ParagraphPiece paragraph:
                    Add(paragraph);
                    break;
                case TablePiece table when TableLayout.IsLayout(table):
                    foreach (var row in table.Rows)
                    {
                        foreach (var cell in row.Cells)
                            Add(cell.Content);
                    }
                    break;
                case TablePiece table:
                    Add(table);
                    break;
            }
        }
    }

    private void Add(ParagraphPiece paragraph)
    {
        var words = Characters.Clean(paragraph.Words).Trim();
        if (words.Length == 0)
            return;
        CountPart();
        BeginBlock();
        var start = text.Length;
        var label = Characters.Clean(paragraph.Label).Trim();
        Append(label);
        SourceSpan? number = label.Length == 0 ? null : new SourceSpan(start, text.Length);
        if (number is not null)
            Append(paragraph.Gap);
        Note(paragraph, text.Length);
        Append(words);
        blocks.Add(new Paragraph(new SourceSpan(start, text.Length), number, paragraph.HeadingLevel, paragraph.Centred, paragraph.Bold));
    }

    private void Add(TablePiece table)
    {
        var rows = new List<TableRow>();
        var above = new Dictionary<int, TableCell>();
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count == 0)
                continue;
            CountPart();
            if (rows.Count == 0)
                BeginBlock();
            else
                text.Append('\n');
            rows.Add(AddRow(row, above));
        }
        if (rows.Count > 0)
            blocks.Add(new Table(new SourceSpan(rows[0].Span.Start, rows[^1].Span.End), rows));
    }

    private TableRow AddRow(RowPiece row, Dictionary<int, TableCell> above)
    {
        var start = text.Length;
        var cells = new List<TableCell>(row.Cells.Count);
        foreach (var piece in row.Cells)
        {
            if (cells.Count > 0)
                text.Append('\t');
            var begun = text.Length;
            if (piece.ContinuesAbove && above.TryGetValue(piece.Column, out var upper))
            {
                cells.Add(new TableCell(upper.Span, piece.Column, piece.ColumnSpan, ContinuesAbove: true));
            }
            else
            {
                AppendLines(piece.Content);
                cells.Add(new TableCell(new SourceSpan(begun, text.Length), piece.Column, piece.ColumnSpan));
            }
        }
        above.Clear();
        foreach (var cell in cells)
            above[cell.Column] = cell;
        return new TableRow(new SourceSpan(start, text.Length), cells, row.MarkedHeader);
    }

    /// <summary>A cell's paragraphs, one a line; of a table inside a cell, its cells.</summary>
    private void AppendLines(IReadOnlyList<Piece> content)
    {
        var lines = new List<(string Words, ParagraphPiece Piece)>();
        Collect(content, lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                Append("\n");
            if (lines[i].Piece.Label.Length == 0)
                Note(lines[i].Piece, text.Length);
            Append(lines[i].Words);
        }
    }

    // Recognized words come clean; a blank that was mended at their head falls away.
    private void Note(ParagraphPiece paragraph, int at)
    {
        var blanks = paragraph.Words.Length - paragraph.Words.AsSpan().TrimStart().Length;
        recognized.AddRange(paragraph.Recognized.Where(word => word.Start >= blanks)
            .Select(word => word with { Start = at + word.Start - blanks, End = at + word.End - blanks }));
    }

    private static void Collect(IReadOnlyList<Piece> content, List<(string Words, ParagraphPiece Piece)> lines)
    {
        foreach (var piece in content)
        {
            if (piece is TablePiece table)
            {
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells)
                        Collect(cell.Content, lines);
                }
            }
            else if (piece is ParagraphPiece paragraph)
            {
                var words = Characters.Clean(paragraph.Words).Trim();
                // A column of numbers is often made of empty numbered paragraphs: there the label is the cell's content.
                var line = paragraph.Label.Length == 0 ? words : (paragraph.Label + paragraph.Gap + words).Trim();
                if (line.Length > 0)
                    lines.Add((line, paragraph));
            }
        }
    }

    private void BeginBlock()
    {
        if (text.Length > 0)
            text.Append('\n');
    }

    private void Append(string words)
    {
        if (text.Length + words.Length > limits.MaxCharacters)
            throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        text.Append(words);
    }

    private void CountPart()
    {
        if (++parts > limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
    }
}
