using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers;

/// <summary>Ends a reading from the depth of a stream or of nested elements; caught in one place, <see cref="DocumentReader"/>.</summary>
internal sealed class UnreadableException(DiagnosticKind kind, string words = "") : Exception(kind.ToString())
{
    public Diagnostic Diagnostic { get; } = new(kind, Words: words);
}
