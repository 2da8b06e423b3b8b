using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Parsing;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents;

/// <summary>A file's draft together with the text its spans point into (null where the file could not be read).</summary>
public sealed record ReadDocument(PlanDraft Draft, DocumentText? Text)
{
    /// <summary>The one way from bytes to a draft. Whatever the bytes are there is an answer: a file that could not be read gives a draft of kind
    /// <see cref="DocumentKind.Unreadable"/> with the complaint and no words of the file.</summary>
    public static ReadDocument Read(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default)
    {
        var reading = DocumentReader.Read(file, limits, cancellation);
        if (reading.Document is not { } document)
            return Unreadable(reading.Complaint ?? new Diagnostic(DiagnosticKind.Damaged));
        if (cancellation.IsCancellationRequested)
            return Unreadable(new Diagnostic(DiagnosticKind.TookTooLong));
        var draft = PlanParser.Parse(document);
        return new ReadDocument(reading.Notes.Count == 0 ? draft : draft with { Diagnostics = [.. reading.Notes, .. draft.Diagnostics] }, document);
    }

    /// <summary>The text with its tables alone: nobody looks for a plan in it.</summary>
    public static ReadDocument ReadText(ReadOnlyMemory<byte> file, ReadingLimits limits, CancellationToken cancellation = default)
    {
        var reading = DocumentReader.Read(file, limits, cancellation);
        return reading.Document is { } document
            ? new ReadDocument(new PlanDraft { Kind = DocumentKind.Other }, document)
            : Unreadable(reading.Complaint ?? new Diagnostic(DiagnosticKind.Damaged));
    }

    public static ReadDocument Unreadable(Diagnostic complaint) =>
        new(new PlanDraft { Kind = DocumentKind.Unreadable, Diagnostics = [complaint] }, null);
}
