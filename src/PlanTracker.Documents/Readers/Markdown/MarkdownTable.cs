using System.Text;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Markdown;

/// <summary>A table of Markdown: a row of heads, a row of - and |, and the rows up to the first line without a |.</summary>
internal static class MarkdownTable
{
    public static bool IsRuler(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length >= 3 && line.IndexOfAnyExcept("|-: \t") < 0 && line.Contains('|') && line.Contains('-');
    }

    /// <summary>Adds the table and gives the line behind it.</summary>
    public static int Read(List<string> lines, int head, List<Piece> pieces)
    {
        var rows = new List<RowPiece> { Row(lines[head], isHead: true) };
        var at = head + 2;
        for (; at < lines.Count && lines[at].Contains('|', StringComparison.Ordinal); at++)
            rows.Add(Row(lines[at], isHead: false));
        pieces.Add(new TablePiece(rows));
        return at;
    }

    private static RowPiece Row(string line, bool isHead)
    {
        var cells = Cells(MarkdownReader.WithoutQuote(line).Trim());
        return new RowPiece(
            [.. cells.Select(static (cell, column) => new CellPiece(column, 1, false, [new ParagraphPiece(InlineMarks.Strip(cell.Trim()))]))], isHead);
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = line.StartsWith('|') ? 1 : 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '|')
                cell.Append(line[++i]);
            else if (line[i] != '|')
                cell.Append(line[i]);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
        }
        if (cell.Length > 0 || cells.Count == 0)
            cells.Add(cell.ToString());
        return cells;
    }
}
