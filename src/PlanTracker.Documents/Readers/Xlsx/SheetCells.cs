using System.Globalization;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Xlsx;

/// <summary>A rectangle of merged cells; rows and columns from 0, all four inclusive.</summary>
internal readonly record struct Merge(int Top, int Left, int Bottom, int Right);

/// <summary>One sheet's filled cells and merged areas, of whatever format the workbook is.</summary>
internal sealed class SheetCells(ReadingLimits limits)
{
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;
    public const int MostCells = 1_000_000;
    private const int MostMerges = 50_000;

    private readonly List<Merge> merges = [];
    private long characters;
    private int filled;

    /// <summary>Filled cells by row, then column.</summary>
    public SortedDictionary<int, SortedDictionary<int, string>> Rows { get; } = [];

    public IReadOnlyList<Merge> Merges => merges;

    public void Put(int row, int column, string shown)
    {
        if (row is < 0 or >= MostRows || column is < 0 or >= MostColumns)
            throw new InvalidDataException("A cell outside of any sheet.");
        shown = shown.Trim();
        if (shown.Length == 0)
            return;
        characters += shown.Length;
        if (characters > limits.MaxCharacters)
            throw new UnreadableException(DiagnosticKind.TooLong, limits.MaxCharacters.ToString(CultureInfo.InvariantCulture));
        if (!Rows.TryGetValue(row, out var cells))
        {
            if (Rows.Count == limits.MaxBlocks)
                throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
            Rows[row] = cells = [];
        }
        if (++filled > MostCells)
            throw new UnreadableException(DiagnosticKind.TooManyParts, MostCells.ToString(CultureInfo.InvariantCulture));
        cells[column] = shown;
    }

    public void Add(Merge merge)
    {
        if (merges.Count < MostMerges)
            merges.Add(merge);
    }
}
