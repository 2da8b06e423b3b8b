using System.Text.Json;
using System.Text.Json.Serialization;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Web.Features.Plans.Source;

/// <summary>A stretch of a document as it is drawn: a paragraph, or a table with its rows.</summary>
/// <param name="Start">Of its words in the document's text.</param>
/// <param name="Level">1–9 for a heading.</param>
/// <param name="Rows">Of a table; null for a paragraph.</param>
public sealed record SourceBlock(int Start, int End, int Level = 0, bool Centred = false, bool Bold = false, IReadOnlyList<SourceRow>? Rows = null);

public sealed record SourceRow(bool Header, IReadOnlyList<SourceCell> Cells);

/// <param name="Across">Columns that it covers.</param>
/// <param name="Down">Rows that it covers.</param>
public sealed record SourceCell(int Start, int End, int Across = 1, int Down = 1);

/// <summary>How the look of a document is kept beside its text.</summary>
public static class SourceBlocks
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Kept(IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(blocks.Select(Drawn), Options);

    /// <param name="kept">Null for plain text, whose lines are its paragraphs.</param>
    public static IReadOnlyList<SourceBlock> Of(string text, string? kept) =>
        kept is null ? [.. Lines(text)] : JsonSerializer.Deserialize<IReadOnlyList<SourceBlock>>(kept, Options) ?? [];

    private static SourceBlock Drawn(Block block) => block switch
    {
        Paragraph p => new SourceBlock(p.Span.Start, p.Span.End, p.HeadingLevel ?? 0, p.Centred, p.Bold),
        Table table => new SourceBlock(table.Span.Start, table.Span.End, Rows: [.. table.Rows.Select((row, index) => Row(table, row, index))]),
        _ => new SourceBlock(block.Span.Start, block.Span.End),
    };

    private static SourceRow Row(Table table, TableRow row, int index) => new(row.MarkedHeader, [.. row.Cells.Where(x => !x.ContinuesAbove)
        .Select(cell => new SourceCell(cell.Span.Start, cell.Span.End, cell.ColumnSpan, 1 + table.Rows.Skip(index + 1)
            .TakeWhile(below => below.Cells.Any(x => x.ContinuesAbove && x.Column == cell.Column)).Count()))]);

    private static IEnumerable<SourceBlock> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
                yield return new SourceBlock(start, end);
            start = end + 1;
        }
    }
}
