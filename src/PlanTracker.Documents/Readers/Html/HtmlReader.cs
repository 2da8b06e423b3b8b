using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Readers.Html;

internal static class HtmlReader
{
    public static Reading Read(ReadOnlySpan<byte> file, ReadingLimits limits, CancellationToken cancellation) => DiagnosticKind.UnknownFormat;
}
