using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers;

/// <summary>Limits within which a file is read.</summary>
/// <param name="MaxBytes">Largest file, in bytes.</param>
/// <param name="MaxUnpackedBytes">Largest size of all that is unpacked from one file, in bytes, counted as it is unpacked.</param>
/// <param name="MaxCharacters">Longest text that is handed on.</param>
/// <param name="MaxBlocks">Most paragraphs and table rows.</param>
/// <param name="MaxDepth">Deepest nesting of elements or tables.</param>
public sealed record ReadingLimits(long MaxBytes, long MaxUnpackedBytes, int MaxCharacters, int MaxBlocks, int MaxDepth)
{
    /// <summary>Most pages of a file that is made of printed pages.</summary>
    public int MaxPages { get; init; } = 200;

    /// <summary>Most pages that are pictures and have to be recognized.</summary>
    public int MaxScannedPages { get; init; } = 60;

    /// <summary>Longest time for recognizing one page, in seconds.</summary>
    public int SecondsPerScannedPage { get; init; } = 30;

    /// <summary>Nothing but a mark of secrecy is wanted: of printed pages the first are read, and those that are pictures are not recognized.</summary>
    public bool MarkAlone { get; init; }

    /// <summary>What several packed files that came in one share among them; null for a file of its own.</summary>
    internal UnpackingBudget? Shared { get; init; }

    public static ReadingLimits Default { get; } = new(50L << 20, 48L << 20, 2_000_000, 250_000, 500);
}
