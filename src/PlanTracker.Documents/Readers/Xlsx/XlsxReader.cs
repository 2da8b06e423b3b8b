using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;

namespace PlanTracker.Documents.Readers.Xlsx;

internal static class XlsxReader
{
    public static Reading Read(OfficePackage package, ReadingLimits limits, CancellationToken cancellation) => DiagnosticKind.UnknownFormat;
}
