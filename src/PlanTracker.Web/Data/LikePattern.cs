namespace PlanTracker.Web.Data;

/// <summary>Patterns for searching by part of a text, with <see cref="Escape"/> as the escape character.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>What holds this part; its own marks are taken as written.</summary>
    public static string Holding(string part) => $"%{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)}%";
}
