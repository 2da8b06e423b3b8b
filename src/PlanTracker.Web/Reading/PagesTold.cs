using System.Diagnostics;
using PlanTracker.Documents;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Web.Reading;

/// <summary>Hears from the process that reads which page it is at. Each page gives it more time, but only the next one, or
/// the first of another file in an archive, and no more than are allowed in all.</summary>
internal sealed class PagesTold(ReadingOptions options, CancellationTokenSource limit, IProgress<ReadingProgress>? progress)
{
    private int last;
    private int all;

    public void Hear(object sender, DataReceivedEventArgs line)
    {
        if (ProgressLine.Read(line.Data) is not { } told || (told.Page != last + 1 && told.Page != 1) || ++all > options.ScannedPages)
            return;
        last = told.Page;
        try
        {
            limit.CancelAfter(TimeSpan.FromSeconds(options.SecondsPerScannedPage + options.Seconds + 2));
        }
        catch (ObjectDisposedException)
        {
            // A word that came when all was over.
            return;
        }

        progress?.Report(told);
    }
}
