using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers;

/// <summary>Limits within which a file is read.</summary>
/// <param name="MaxBytes">Largest file, in bytes.</param>
/// <param name="MaxUnpackedBytes">Largest size of one packed part once unpacked, in bytes.</param>
/// <param name="MaxCharacters">Longest text that is handed on.</param>
/// <param name="MaxBlocks">Most paragraphs and table rows.</param>
/// <param name="MaxDepth">Deepest nesting of elements or tables.</param>
public sealed record ReadingLimits(long MaxBytes, long MaxUnpackedBytes, int MaxCharacters, int MaxBlocks, int MaxDepth)
{
    public static ReadingLimits Default { get; } = new(50L << 20, 64L << 20, 6_000_000, 250_000, 500);
}

/// <summary>A read document, or the one complaint why it could not be read.</summary>
public sealed record Reading(DocumentText? Document, Diagnostic? Complaint)
{
    public static implicit operator Reading(DocumentText document) => new(document, null);

    public static implicit operator Reading(DiagnosticKind kind) => new(null, new Diagnostic(kind));
}
