using System.Globalization;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pdf;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Pieces;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Scans;

/// <summary>Pictures of printed pages: scans and photographs. PNG and JPEG are set level and searched for ruled lines; other kinds go to the recognition as
/// they are.</summary>
internal static class PictureReader
{
    private const int MostPixels = 60_000_000;
    private const double PageHeight = 842;

    public static Reading Read(
        IReadOnlyList<ReadOnlyMemory<byte>> files, ReadingLimits limits, IProgress<ReadingProgress>? progress, CancellationToken cancellation)
    {
        if (files.Count > limits.MaxScannedPages)
            return new Diagnostic(DiagnosticKind.TooManyScannedPages, Words: limits.MaxScannedPages.ToString(CultureInfo.InvariantCulture));
        using var folder = new WorkFolder();
        var program = new ProgramLimits(limits.SecondsPerScannedPage, 64L << 20, 2048);
        var pages = new List<PrintedPage>();
        foreach (var file in files)
        {
            var number = pages.Count + 1;
            progress?.Report(new ReadingProgress(number, files.Count));
            pages.Add(GrayOf(file.Span, folder, cancellation) is { } picture
                ? ScannedPage.Read(number, Sized(picture), folder, program, cancellation)
                : AsItIs(number, file.Span, folder, program, cancellation));
        }
        var reading = TextAssembly.Assemble(SourceFormat.Picture, PageLayout.Read(pages, cancellation), limits, cancellation);
        return reading.Complaint?.Kind == DiagnosticKind.EmptyFile ? DiagnosticKind.IsPicture : reading;
    }

    private static GrayPicture? GrayOf(ReadOnlySpan<byte> file, WorkFolder folder, CancellationToken cancellation)
    {
        if (file[0] == 0x89)
            return PngPicture.Read(file, MostPixels);
        if (file[0] != 0xFF || JpegPage.Wrap(file, PageHeight) is not { } pdf)
            return null;
        folder.Put("picture.pdf", pdf);
        GrayPicture? picture = null;
        ProgramRun.Run(
            Popplers.PdfToPpm, ["-gray", "-scale-to", Sheets.LongSide.ToString(CultureInfo.InvariantCulture), "picture.pdf"], folder,
            new ProgramLimits(30, 2L * MostPixels, 1536), cancellation, output => picture = GrayPicture.ReadNext(output, MostPixels));
        return picture;
    }

    private static GrayPicture Sized(GrayPicture picture) =>
        Straightening.Turned(picture, 0, (double)Sheets.LongSide / Math.Max(picture.Width, picture.Height));

    private static PrintedPage AsItIs(int number, ReadOnlySpan<byte> file, WorkFolder folder, ProgramLimits limits, CancellationToken cancellation)
    {
        folder.Put("picture", file);
        var seen = Tesseract.Recognize(folder, ["picture"], ScannedPage.DotsPerInch, limits, cancellation);
        var (width, height) = (seen.Select(static word => word.Box.Right).DefaultIfEmpty(1).Max(), seen.Select(static word => word.Box.Bottom).DefaultIfEmpty(1).Max());
        var scale = PageHeight / Math.Max(width, height);
        var words = seen.Where(static word => word.Picture == 0).Select(word => new PageWord(word.Text,
            new Box(word.Box.Left * scale, word.Box.Top * scale, word.Box.Right * scale, word.Box.Bottom * scale), word.Confidence));
        return new PrintedPage(number, width * scale, height * scale, [.. words]);
    }
}
