using System.Globalization;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pictures;
using PlanTracker.Documents.Readers.Programs;

namespace PlanTracker.Documents.Readers.Pdf;

/// <summary>Looks for ruled lines on the pages whose words stand as in a table, in pictures of these pages.</summary>
internal static class PdfRules
{
    private const int DotsPerInch = 144;
    private const double LargestSide = 3_000;
    private const int MostPixels = 40_000_000;

    private static readonly ProgramLimits Limits = new(Seconds: 60, MaxOutputBytes: 2L << 30, MemoryMegabytes: 1024);

    public static List<PrintedPage> Add(List<PrintedPage> pages, WorkFolder folder, string file, CancellationToken cancellation)
    {
        var found = pages.ToList();
        var parted = pages.Select(PartedRows).ToList();
        for (int from = 0, to; from < pages.Count; from = to + 1)
        {
            to = from;
            if (!MayHoldTable(pages, parted, from))
                continue;
            while (to + 1 < pages.Count && MayHoldTable(pages, parted, to + 1))
                to++;
            Look(found, from, to, folder, file, cancellation);
        }
        return found;
    }

    private static void Look(List<PrintedPage> pages, int from, int to, WorkFolder folder, string file, CancellationToken cancellation)
    {
        string[] arguments =
        [
            "-gray", "-r", Number(DotsPerInch), "-aaVector", "yes", "-thinlinemode", "solid", "-f", Number(from + 1), "-l", Number(to + 1), file,
        ];
        ProgramRun.Run(Popplers.PdfToPpm, arguments, folder, Limits, cancellation, output =>
        {
            for (var i = from; i <= to && GrayPicture.ReadNext(output, MostPixels) is { } picture; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var turn = pages[i].Turned;
                pages[i] = pages[i] with { Rules = [.. RuleFinding.Of(picture, DotsPerInch).Select(rule => turn.Of(rule))] };
            }
        });
    }

    // A table that ends at the head of a page leaves few rows there.
    private static bool MayHoldTable(List<PrintedPage> pages, List<int> parted, int i) =>
        pages[i] is { Width: < LargestSide, Height: < LargestSide }
        && (parted[i] >= 3 || (parted[i] > 0 && ((i > 0 && parted[i - 1] >= 3) || (i + 1 < parted.Count && parted[i + 1] >= 3))));

    /// <summary>How many lines have words that stand further apart than a blank.</summary>
    private static int PartedRows(PrintedPage page) => TextLine.Of(page.Number, page.Words).Count(static line => line.IsParted);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
