using System.Globalization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pdf;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>Recognizes the pages of a PDF file that have no words of their own.</summary>
internal static class ScannedPdf
{
    private const int MostPixels = 60_000_000;

    public static List<PrintedPage> Add(
        List<PrintedPage> pages, WorkFolder folder, string file, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        var scanned = pages.Where(static page => page.Words.Count == 0).ToList();
        if (scanned.Count > limits.MaxScannedPages)
            throw new UnreadableException(DiagnosticKind.TooManyScannedPages, limits.MaxScannedPages.ToString(CultureInfo.InvariantCulture));
        var found = pages.ToList();
        for (var i = 0; i < scanned.Count; i++)
        {
            progress?.Report(new ReadingProgress(i + 1, scanned.Count));
            if (Picture(scanned[i], folder, file, cancellation) is { } picture)
            {
                found[scanned[i].Number - 1] = ScannedPage.Read(scanned[i].Number, picture, folder,
                    new ProgramLimits(limits.SecondsPerScannedPage, 64L << 20, 2048), cancellation);
            }
        }
        return found;
    }

    private static GrayPicture? Picture(PrintedPage page, WorkFolder folder, string file, CancellationToken cancellation)
    {
        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        GrayPicture? picture = null;

        // A picture that was set on a page of its own number of points is brought to the size of a sheet.
        var longest = Math.Max(page.Width, page.Height);
        string[] size = longest is > 700 and < 1300 ? ["-r", Number(ScannedPage.DotsPerInch)] : ["-scale-to", Number(Sheets.LongSide)];
        ProgramRun.Run(Popplers.PdfToPpm, ["-gray", .. size, "-f", Number(page.Number), "-l", Number(page.Number), file], folder,
            new ProgramLimits(30, 2L * MostPixels, 1536), cancellation, output => picture = GrayPicture.ReadNext(output, MostPixels));
        return picture;
    }
}
