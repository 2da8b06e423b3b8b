using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>Word documents, straight from their parts: the text as a reader of the printed page sees it, tracked changes accepted, headers,
/// footers, notes and comments left out.</summary>
internal static class DocxReader
{
    private const int MostHeaders = 12;

    public static Reading Read(OfficePackage package, ReadingLimits limits, CancellationToken cancellation)
    {
        var related = package.RelationshipsOf(package.MainPart).Values;
        string? Part(string type) => related.FirstOrDefault(relation => relation.Type == type).Part;
        var headers = related.Where(static relation => relation.Type == "header").Select(static relation => relation.Part);
        if (IsMarkedSecretInHeader(package, limits, headers))
            return DiagnosticKind.MarkedSecret;

        var styles = DocxStyles.Read(package, Part("styles"));
        var counter = new NumberCounter(DocxNumbering.Read(package, Part("numbering"), styles), styles);
        using var reader = package.OpenXml(package.MainPart);
        if (reader is null)
            return DiagnosticKind.Damaged;
        var pieces = new DocxBody(package, styles, counter, limits, cancellation).ReadDocument(reader);
        var reading = TextAssembly.Assemble(SourceFormat.Docx, pieces, limits, cancellation);
        var onlyPictures = reading.Complaint?.Kind == DiagnosticKind.EmptyFile && related.Any(static relation => relation.Type == "image");
        return onlyPictures ? DiagnosticKind.IsPicture : reading;
    }

    private static bool IsMarkedSecretInHeader(OfficePackage package, ReadingLimits limits, IEnumerable<string> headers)
    {
        foreach (var header in headers.Take(MostHeaders))
        {
            using var reader = package.OpenXml(header);
            if (reader is null)
                continue;
            var styles = new DocxStyles();
            var counter = new NumberCounter(new DocxNumbering(), styles);
            var pieces = new DocxBody(package, styles, counter, limits, CancellationToken.None).ReadPart(reader);
            if (TextAssembly.Assemble(SourceFormat.Docx, pieces, limits, CancellationToken.None).Document is { } text
                && SecrecyMark.StandsAtTheHeadOf(text))
            {
                return true;
            }
        }
        return false;
    }
}
