namespace PlanTracker.Documents.Readers.Scans;

internal static class Sheets
{
    /// <summary>The long side of a sheet of A4, in pixels as pages are recognized.</summary>
    public static int LongSide { get; } = (int)(297 / 25.4 * ScannedPage.DotsPerInch);
}
