using System.Globalization;

namespace PlanTracker.Domain.Supervision;

/// <summary>How a place numbers its papers: words in which {year} and {number} are filled in, such as 督办〔{year}〕{number}号.</summary>
public static class NumberPattern
{
    private const string Year = "{year}";
    private const string Number = "{number}";

    /// <summary>Whether no two papers would bear the same number.</summary>
    public static bool IsWhole(string pattern) => pattern.Contains(Year, StringComparison.Ordinal) && pattern.Contains(Number, StringComparison.Ordinal);

    /// <param name="ordinal">Of the place and year, from 1.</param>
    public static string Fill(string pattern, int year, int ordinal) => pattern
        .Replace(Year, year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Number, ordinal.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
