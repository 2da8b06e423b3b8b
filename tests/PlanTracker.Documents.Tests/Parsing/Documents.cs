using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Parsing;

namespace PlanTracker.Documents.Tests.Parsing;

/// <summary>Small documents as the readers hand them on.</summary>
internal static class Documents
{
    public static DocumentText OfLines(string text, SourceFormat format = SourceFormat.Text)
    {
        var blocks = new List<Block>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) blocks.Add(new Paragraph(new SourceSpan(start, end)));
        }

        return new DocumentText(format, text, blocks);
    }

    /// <summary>Lines above, then one table. A cell "^" continues the cell above it, "&lt;" the one to its left.</summary>
    public static DocumentText OfTable(string above, params string[][] rows)
    {
        var text = new System.Text.StringBuilder(above).Append('\n');
        var blocks = new List<Block>(OfLines(above).Blocks);
        var start = text.Length;
        var tableRows = new List<TableRow>();
        var spans = new Dictionary<int, SourceSpan>();
        foreach (var row in rows)
        {
            var rowStart = text.Length;
            var cells = new List<TableCell>();
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column] == "<")
                {
                    cells[^1] = cells[^1] with { ColumnSpan = cells[^1].ColumnSpan + 1 };
                    continue;
                }

                if (column > 0) text.Append('\t');
                var continues = row[column] == "^";
                if (!continues) spans[column] = new SourceSpan(text.Length, text.Length + row[column].Length);
                cells.Add(new TableCell(spans[column], column, 1, continues));
                if (!continues) text.Append(row[column]);
            }

            tableRows.Add(new TableRow(new SourceSpan(rowStart, text.Length), cells));
            text.Append('\n');
        }

        blocks.Add(new Table(new SourceSpan(start, text.Length - 1), tableRows));
        return new DocumentText(SourceFormat.Docx, text.ToString(), blocks);
    }

    public static PlanDraft Parse(string text) => PlanParser.Parse(OfLines(text));

    /// <summary>number|title|units under the first letters of their roles; one task a line.</summary>
    public static string Tasks(PlanDraft draft) => string.Join('\n', draft.Tasks.Select(task => $"{task.Number}|{task.Title}|{Units(task)}"));

    public static string Units(DraftTask task) =>
        string.Join(' ', task.Units.Concat(task.Collectives).Select(unit => $"{unit.Role.ToString()[0]}:{unit.Name}"));
}
