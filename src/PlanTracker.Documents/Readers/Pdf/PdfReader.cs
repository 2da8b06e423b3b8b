using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Programs;
using PlanTracker.Documents.Readers.Scans;

namespace PlanTracker.Documents.Readers.Pdf;

/// <summary>PDF files with a text layer, by the words and places that pdftotext gives.</summary>
internal static class PdfReader
{
    private const string FileName = "document.pdf";

    // A page of words with their places takes some 50 KB.
    private static readonly ProgramLimits TextLimits = new(Seconds: 60, MaxOutputBytes: 256L << 20, MemoryMegabytes: 1024);

    public static Reading Read(
        ReadOnlySpan<byte> file, bool mentionsEncryption, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        folder.Put(FileName, file);
        var (pages, end) = Words(folder, limits, cancellation);
        if (end.ExitCode != 0 || pages.Count == 0)
        {
            return mentionsEncryption || end.Errors.Contains("Incorrect password", StringComparison.Ordinal)
                ? DiagnosticKind.PasswordProtected
                : DiagnosticKind.Damaged;
        }
        if (pages.Count > limits.MaxPages)
            return new Diagnostic(DiagnosticKind.TooManyPages, Words: limits.MaxPages.ToString(CultureInfo.InvariantCulture));
        pages = TurnedPages.Upright(pages, () => Words(folder, limits, cancellation, "-raw").Pages);
        if (!limits.MarkAlone)
        {
            pages = PdfRules.Add(pages, folder, FileName, cancellation);
            if (pages.Exists(static page => page.Words.Count == 0))
                pages = ScannedPdf.Add(pages, folder, FileName, limits, progress, cancellation);
        }
        var reading = TextAssembly.Assemble(SourceFormat.Pdf, PageLayout.Read(pages, cancellation), limits, cancellation);
        return reading.Complaint?.Kind == DiagnosticKind.EmptyFile ? DiagnosticKind.IsPicture : reading;
    }

    private static (List<PrintedPage> Pages, ProgramEnd End) Words(WorkFolder folder, ReadingLimits limits, CancellationToken cancellation, params string[] manner)
    {
        List<PrintedPage> pages = [];
        var last = limits.MarkAlone ? SecrecyMark.Pages : limits.MaxPages + 1;
        string[] arguments = ["-bbox", .. manner, "-enc", "UTF-8", "-l", last.ToString(CultureInfo.InvariantCulture), FileName, "-"];
        var end = ProgramRun.Run(Popplers.PdfToText, arguments, folder, TextLimits, cancellation, output => pages = PdfWords.Read(output, limits, cancellation));
        return (pages, end);
    }
}
