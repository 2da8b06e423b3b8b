using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Xlsx;
using PlanTracker.Documents.Tables;

namespace PlanTracker.Documents.Readers.Csv;

/// <summary>Tables as text with separators. As such a file says nowhere that it is one, only what is even enough is taken for one: a row of short heads,
/// and under it rows that nearly all have as many cells.</summary>
internal static class CsvReader
{
    private const int HeadWithin = 6;
    private const int FewestColumns = 3;
    private const int FewestRows = 2;
    private const int LongestHead = 20;

    /// <summary>Null where the text is no such table.</summary>
    public static Reading? Read(string text, ReadingLimits limits, CancellationToken cancellation)
    {
        if (!MayBe(text) || CsvText.Read(text) is not { } rows || HeadOf(rows) is not { } head)
            return null;
        var cells = new SheetCells(limits);
        for (var row = 0; row < rows.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < rows[row].Cells.Count; column++)
                cells.Put(row, column, rows[row].Cells[column]);
        }
        CsvMerges.Restore(cells, head);
        return TextAssembly.Assemble(SourceFormat.Csv, new SheetTable(cells, limits).Pieces(), limits, cancellation);
    }

    // Spares long texts without separators the work.
    private static bool MayBe(string text) => text.AsSpan(0, Math.Min(text.Length, 2000)).IndexOfAny(",;\t") >= 0;

    private static int? HeadOf(IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        for (var head = 0; head < Math.Min(rows.Count, HeadWithin); head++)
        {
            if (!IsHead(rows[head].Cells))
                continue;
            var below = rows.Count - head - 1;
            var even = rows.Skip(head + 1).Count(row => row.Cells.Count == rows[head].Cells.Count);
            return below >= FewestRows && even >= 0.9 * below ? head : null;
        }
        return null;
    }

    private static bool IsHead(IReadOnlyList<string> cells)
    {
        var heads = cells.Select(static cell => cell.Trim()).Where(static cell => cell.Length > 0).ToList();
        return heads.Count >= FewestColumns && heads.TrueForAll(static head => head.Length <= LongestHead && head.AsSpan().IndexOfAny("。；：:") < 0)
            && heads.Distinct(StringComparer.Ordinal).Count() == heads.Count;
    }
}
