using PlanTracker.Documents.Readers;

namespace PlanTracker.Web.Reading;

/// <summary>Limits within which uploads are read (section "Import" of the settings).</summary>
public sealed class ReadingOptions
{
    /// <summary>Largest file, in bytes.</summary>
    public long MaxBytes { get; set; } = ReadingLimits.Default.MaxBytes;

    /// <summary>Longest time for one file, in seconds.</summary>
    public int Seconds { get; set; } = 10;

    /// <summary>Most pages of one file that are pictures and have to be recognized.</summary>
    public int ScannedPages { get; set; } = ReadingLimits.Default.MaxScannedPages;

    /// <summary>Longest time for recognizing one page, in seconds; the time for the file begins anew with each.</summary>
    public int SecondsPerScannedPage { get; set; } = ReadingLimits.Default.SecondsPerScannedPage;

    /// <summary>Folders in which the programs that read PDF, scans and pictures are looked for, written as PATH is; null: those of PATH itself.</summary>
    public string? ProgramFolders { get; set; }

    /// <summary>Largest heap of the process that reads, in megabytes.</summary>
    public int HeapMegabytes { get; set; } = 320;

    /// <summary>How many files are read at one time; the others wait.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>Longest answer of the process that reads, in bytes.</summary>
    public long MaxAnswerBytes { get; set; } = 96L << 20;

    public ReadingLimits Limits => ReadingLimits.Default with
    {
        MaxBytes = MaxBytes, MaxScannedPages = ScannedPages, SecondsPerScannedPage = SecondsPerScannedPage,
    };
}
