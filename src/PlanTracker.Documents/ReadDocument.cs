using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents;

/// <summary>A file's draft together with the text its spans point into (null where the file could not be read).</summary>
public sealed record ReadDocument(PlanDraft Draft, DocumentText? Text);
