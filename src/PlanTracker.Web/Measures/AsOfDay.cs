using System.Globalization;

namespace PlanTracker.Web.Measures;

/// <summary>The past day that an address asks for.</summary>
public static class AsOfDay
{
    /// <summary>Null for today, for days to come and for what is no day: then the present is shown.</summary>
    public static DateOnly? Of(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < today ? day : null;
}
