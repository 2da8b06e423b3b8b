using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Parsing;

/// <summary>The door from a document's text to its draft.</summary>
public static class PlanParser
{
    public static PlanDraft Parse(DocumentText document) => new() { Kind = DocumentKind.Other };
}
