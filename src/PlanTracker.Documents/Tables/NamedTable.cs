using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Readers;
using PlanTracker.Domain;

namespace PlanTracker.Documents.Tables;

/// <summary>A table file whose columns are found by their heads: CSV, or the first table of a workbook. A head is known by its words before any bracket:
/// 简称(分号分隔) is 简称.</summary>
public sealed class NamedTable
{
    /// <summary>Largest file, in bytes, and most rows.</summary>
    public const int MostBytes = 5 << 20;
    public const int MostRows = 5000;
    private const int HeadWithin = 10;

    private readonly Dictionary<string, int> columns;

    private NamedTable(Dictionary<string, int> columns, IEnumerable<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        this.columns = columns;
        Rows = [.. rows.Where(x => x.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Select(x => new Row(this, x.Line, x.Cells))];
    }

    public IReadOnlyList<Row> Rows { get; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The rows below the first one that has all the needed heads; titles above it are passed over.</summary>
    public static Outcome<NamedTable> Read(ReadOnlyMemory<byte> file, params IReadOnlyList<string> needed)
    {
        if (file.Length > MostBytes)
            return new Refusal(RefusalKind.FileTooLarge, $"{MostBytes >> 20} MB");
        return IsWorkbook(file)
            ? DocumentReader.Read(file, ReadingLimits.Default with { MaxBytes = MostBytes }).Document is { } document ? Read(document, needed) : RefusalKind.UnreadableFile
            : Read(RowsOf(file), needed);
    }

    /// <summary>Of a workbook that somebody else has read.</summary>
    public static Outcome<NamedTable> Read(DocumentText workbook, params IReadOnlyList<string> needed) =>
        Read(
            workbook.Blocks.OfType<Table>().FirstOrDefault() is { } table ? [.. table.Rows.Select((row, i) => (i + 1, CellsOf(workbook, row)))] : null, needed);

    /// <summary>Whether it is packed, and so has to be unpacked to be read; else it is text.</summary>
    public static bool IsWorkbook(ReadOnlyMemory<byte> file) => file.Span.StartsWith("PK"u8);

    private static Outcome<NamedTable> Read(IReadOnlyList<(int Line, IReadOnlyList<string> Cells)>? found, IReadOnlyList<string> needed)
    {
        if (found is not { Count: > 0 } rows)
            return RefusalKind.UnreadableFile;
        for (var i = 0; i < Math.Min(rows.Count, HeadWithin); i++)
        {
            var heads = HeadsOf(rows[i].Cells);
            if (!needed.All(heads.ContainsKey))
                continue;
            if (rows.Count - i - 1 > MostRows)
                return new Refusal(RefusalKind.FileTooLarge, $"{MostRows}");
            return new NamedTable(heads, rows.Skip(i + 1));
        }

        var present = rows.Take(HeadWithin).SelectMany(x => HeadsOf(x.Cells).Keys).ToHashSet(StringComparer.Ordinal);
        return new Refusal(RefusalKind.ColumnMissing, needed.FirstOrDefault(x => !present.Contains(x)) ?? needed[0]);
    }

    private static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)>? RowsOf(ReadOnlyMemory<byte> text) =>
        text.Span.IndexOf((byte)0) >= 0 && !text.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? null : CsvText.Read(text.Span);

    private static IReadOnlyList<string> CellsOf(DocumentText document, TableRow row)
    {
        var cells = new string[row.Cells.Count == 0 ? 0 : row.Cells.Max(x => x.Column) + 1];
        Array.Fill(cells, "");
        foreach (var cell in row.Cells)
            cells[cell.Column] = document[cell.Span];
        return cells;
    }

    private static Dictionary<string, int> HeadsOf(IReadOnlyList<string> cells)
    {
        Dictionary<string, int> heads = new(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            var bracket = cells[i].AsSpan().IndexOfAny('(', '（');
            var head = (bracket > 0 ? cells[i][..bracket] : cells[i]).Trim();
            if (head.Length > 0)
                heads.TryAdd(head, i);
        }

        return heads;
    }

    /// <param name="Line">Of the file, from 1; in a workbook the row of its table.</param>
    public sealed record Row(NamedTable Table, int Line, IReadOnlyList<string> Cells)
    {
        /// <summary>The cell without blanks round it; empty where the column or the cell is not there.</summary>
        public string this[string column] => Table.columns.TryGetValue(column, out var i) && i < Cells.Count ? Cells[i].Trim() : "";

        /// <summary>The several values of a cell, separated by semicolons.</summary>
        public IReadOnlyList<string> Several(string column) =>
            this[column].Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
