using System.Globalization;
using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents;

/// <summary>How the process that reads tells, on a line of its own, which page it is at: progress 3/12.</summary>
public static class ProgressLine
{
    private const string Word = "progress ";
    private const int MostPages = 9_999;

    public static string Of(ReadingProgress progress) => string.Create(CultureInfo.InvariantCulture, $"{Word}{progress.Page}/{progress.Pages}");

    /// <summary>Null where the line is anything else, or no page of so many.</summary>
    public static ReadingProgress? Read(string? line)
    {
        if (line is null || line.Length > 24 || !line.StartsWith(Word, StringComparison.Ordinal))
            return null;
        var numbers = line.AsSpan(Word.Length);
        var slash = numbers.IndexOf('/');
        return slash > 0 && Number(numbers[..slash]) is { } page && Number(numbers[(slash + 1)..]) is { } pages && page <= pages
            ? new ReadingProgress(page, pages)
            : null;
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostPages ? number : null;
}
