using System.Globalization;

namespace PlanTracker.Web.Features.Scores;

/// <summary>The days that a score is about, both included.</summary>
public readonly record struct ScorePeriod(DateOnly From, DateOnly To)
{
    private const int LongestYears = 5;

    public static ScorePeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <param name="quarter">From 1 to 4.</param>
    public static ScorePeriod OfQuarter(int year, int quarter)
    {
        DateOnly first = new(year, (3 * quarter) - 2, 1);
        return new(first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>The days of an address; this year where they are none.</summary>
    public static ScorePeriod Of(string? from, string? to, DateOnly today) => Day(from) is { } first && Day(to) is { } last && new ScorePeriod(first, last) is { IsOne: true } asked
        ? asked
        : OfYear(today.Year);

    public bool IsOne => From <= To && To <= From.AddYears(LongestYears);

    public string Query => string.Create(CultureInfo.InvariantCulture, $"from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}");

    public bool Holds(DateOnly day) => From <= day && day <= To;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
