using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers;

/// <summary>A read document, or the one complaint why it could not be read.</summary>
public sealed record Reading(DocumentText? Document, Diagnostic? Complaint)
{
    /// <summary>What the reader has to say of a document that it could read (characters that could not be decoded).</summary>
    public IReadOnlyList<Diagnostic> Notes { get; init; } = [];

    public static implicit operator Reading(DocumentText document) => new(document, null);

    public static implicit operator Reading(Diagnostic complaint) => new(null, complaint);

    public static implicit operator Reading(DiagnosticKind kind) => new(null, new Diagnostic(kind));
}
