using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Turns the blocks of a document into its running text and tables.</summary>
internal static class FlowReader
{
    /// <summary>A paragraph of more characters that is most of its document is a whole page.</summary>
    private const int LongLine = 200;

    /// <summary>A bold line may stand below headings of every level.</summary>
    private const int BoldLevel = 10;

    private const int LongestHeading = 60;

    private const int MostTextTables = 20;

    public static Flow Read(DocumentText document)
    {
        var text = new MappedTextBuilder(document.Text.Length);
        var tables = new List<PlacedGrid>();
        var lines = new List<MappedText>();
        // Only these formats know nothing of paragraphs.
        var wraps = document.Format is not (SourceFormat.Docx or SourceFormat.Doc or SourceFormat.Rtf or SourceFormat.Html or SourceFormat.Xlsx
            or SourceFormat.Xls or SourceFormat.Csv);
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph)
            {
                AddLines(lines, document, block.Span);
                continue;
            }

            if (block is not Table table) continue;
            var grid = GridOf(document, table);
            grid = CardTables.Upright(grid) ?? grid;
            if (TableColumns.FindHeader(grid) is not null)
            {
                Write(text, lines, wraps);
                tables.Add(new PlacedGrid(grid, text.Length));
            }
            else
            {
                foreach (var row in table.Rows)
                {
                    foreach (var cell in row.Cells.Where(cell => !cell.ContinuesAbove)) AddLines(lines, document, cell.Span);
                }
            }
        }

        lines = SliceNumbers.Remove(lines);
        if (tables.Count == 0) lines = TakeTextTables(text, lines, tables, wraps);
        Write(text, lines, wraps, last: true, behindTable: tables.Count > 0);
        var longest = 0;
        var flow = text.Build();
        flow = flow.Slice(0, flow.Plain.TrimEnd().Length);
        for (int start = 0, end; start < flow.Length; start = end + 1)
        {
            end = flow.Plain.IndexOf('\n', start);
            if (end < 0) end = flow.Length;
            longest = Math.Max(longest, end - start);
        }

        return new Flow(flow, tables, longest > LongLine && 2 * longest > flow.Length, Headings(document, flow))
        {
            IsPage = document.Format == SourceFormat.Html,
        };
    }

    private static List<(int At, int Level)> Headings(DocumentText document, MappedText flow)
    {
        var headings = new List<(int, int)>();
        var allBold = document.Blocks.OfType<Paragraph>().All(paragraph => paragraph.Bold);
        foreach (var paragraph in document.Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Number is null))
        {
            if ((paragraph.HeadingLevel ?? (paragraph.Bold && !allBold ? BoldLevel : null)) is not { } level) continue;
            var words = PlainForm.Of(document[paragraph.Span]);
            var start = words.Length - words.TrimStart().Length;
            if (words.Trim().Length is < 2 or > LongestHeading || words.Contains('\n', StringComparison.Ordinal)
                || ItemLabel.ReadAt(words, start) is not null)
                continue;
            var at = flow.IndexOfSource(paragraph.Span.Start + start);
            if (at < flow.Length && (at == 0 || flow.Plain[at - 1] == '\n')) headings.Add((at, level));
        }

        return headings;
    }

    private static List<MappedText> TakeTextTables(MappedTextBuilder text, List<MappedText> lines, List<PlacedGrid> tables, bool wraps)
    {
        if ((RunOnTables.Find(lines) ?? GluedTables.Find(lines)) is { } runOn)
        {
            var line = lines[runOn.Line];
            Write(text, [.. lines[..runOn.Line], SliceNumbers.WithoutFirst(line.Slice(0, runOn.Start))], wraps);
            tables.Add(new PlacedGrid(runOn.Grid, text.Length));
            return [line.Slice(runOn.End, line.Length), .. lines[(runOn.Line + 1)..]];
        }

        lines = QuotedCells.Joined(lines);
        while (tables.Count < MostTextTables && TextTables.Find(lines) is { } found)
        {
            Write(text, lines[..found.Start], wraps);
            tables.Add(new PlacedGrid(found.Grid, text.Length));
            lines = lines[found.End..];
        }

        return lines;
    }

    private static void AddLines(List<MappedText> lines, DocumentText document, SourceSpan span)
    {
        var words = document[span];
        for (int start = 0, end; start <= words.Length; start = end + 1)
        {
            end = start < words.Length ? words.IndexOf('\n', start) : -1;
            if (end < 0) end = words.Length;
            if (end > start) lines.Add(SpacedLetters.Mend(Noise.WithoutReadings(MappedText.Of(words[start..end].TrimEnd('\r'), span.Start + start))));
        }
    }

    private static Grid GridOf(DocumentText document, Table table)
    {
        var rows = table.Rows.Select(row => new GridRow(
            [.. row.Cells.Select(cell =>
                new GridCell(Noise.WithoutReadings(MappedText.Of(document[cell.Span], cell.Span.Start)), cell.Column, cell.ColumnSpan,
                    cell.ContinuesAbove))],
            row.MarkedHeader));
        return new Grid([.. rows]);
    }

    private static void Write(MappedTextBuilder text, List<MappedText> lines, bool wraps, bool last = false, bool behindTable = false)
    {
        var kept = LineJoiner.WithoutPageFurniture(lines, last, behindTable);
        var width = wraps ? LineJoiner.HardWidth(kept) : null;
        for (var i = 0; i < kept.Count; i++)
        {
            text.Append(kept[i]);
            if (i + 1 < kept.Count && LineJoiner.Joins(kept[i], kept[i + 1], width, text)) continue;
            var end = kept[i].SpanOf(kept[i].Length, kept[i].Length).Start;
            text.Append('\n', end);
        }

        lines.Clear();
    }
}
