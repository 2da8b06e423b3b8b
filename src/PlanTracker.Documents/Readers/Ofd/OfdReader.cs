using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Package;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>OFD documents (GB/T 33190): their pages as printed, templates with running heads left out. Seals, signatures, notes on pages and attached
/// files are not looked at.</summary>
internal static class OfdReader
{
    public const string MainPart = "OFD.xml";

    public static Reading Read(OfficePackage package, ReadingLimits limits, CancellationToken cancellation)
    {
        var pages = new List<PrintedPage>();
        foreach (var root in OfdIndex.Documents(package))
        {
            if (OfdIndex.Read(package, root) is not { } document)
                return IsEncrypted(package) ? DiagnosticKind.PasswordProtected : DiagnosticKind.Damaged;
            foreach (var template in document.Templates)
            {
                if (OfdPage.Read(package, template, 0, document, limits, cancellation) is { } head
                    && SecrecyMark.StandsIn(string.Join('\n', TextLine.Of(0, head.Words).Select(static line => line.Text))))
                    return DiagnosticKind.MarkedSecret;
            }
            foreach (var part in limits.MarkAlone ? document.Pages.Take(SecrecyMark.Pages) : document.Pages)
            {
                if (pages.Count == limits.MaxPages)
                    return new Diagnostic(DiagnosticKind.TooManyPages, Words: limits.MaxPages.ToString(CultureInfo.InvariantCulture));

                // A page that is missing would be half a plan without a word.
                if (OfdPage.Read(package, part, pages.Count + 1, document, limits, cancellation) is not { } page)
                    return IsEncrypted(package) ? DiagnosticKind.PasswordProtected : DiagnosticKind.Damaged;
                pages.Add(page);
            }
        }
        if (pages.Count == 0)
            return IsEncrypted(package) ? DiagnosticKind.PasswordProtected : DiagnosticKind.Damaged;
        var hasPictures = package.PartNames.Any(static name => name.Contains("/Res/", StringComparison.OrdinalIgnoreCase)
            && Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG" or ".BMP" or ".TIF" or ".TIFF" or ".JB2");
        var reading = TextAssembly.Assemble(SourceFormat.Ofd, PageLayout.Read(pages, cancellation), limits, cancellation);
        return reading.Complaint?.Kind == DiagnosticKind.EmptyFile && hasPictures ? DiagnosticKind.IsPicture : reading;
    }

    // Encrypted documents list their keys in a part of that name.
    private static bool IsEncrypted(OfficePackage package) =>
        package.PartNames.Any(static name => name.Contains("encrypt", StringComparison.OrdinalIgnoreCase));
}
