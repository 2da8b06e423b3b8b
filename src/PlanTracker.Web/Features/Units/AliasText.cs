using System.Globalization;
using PlanTracker.Domain.Units;

namespace PlanTracker.Web.Features.Units;

/// <summary>Another name as it is typed and kept in files: 县发改局, 县环保局@..2019-03-01 (used up to and with that day),
/// 县数据局@2019-03-01.. (from that day on).</summary>
public static class AliasText
{
    public static string Write(Alias alias) => alias is { From: null, Until: null } ? alias.Name : $"{alias.Name}@{Day(alias.From)}..{Day(alias.Until)}";

    /// <summary>Null where the days cannot be read, contradict each other, or nothing is named.</summary>
    public static Alias? Read(string typed)
    {
        var at = typed.LastIndexOf('@');
        if (at < 0)
            return Valid(typed);
        var days = typed[(at + 1)..].Split("..");
        if (days.Length != 2 || !TryDay(days[0], out var from) || !TryDay(days[1], out var until) || from > until)
            return null;
        return Valid(typed[..at]) is { } alias ? alias with { From = from, Until = until } : null;
    }

    /// <summary>Signs by which several names are told apart in one cell stand in none of them.</summary>
    public static bool IsName(string name) => !UnitName.Normalise(name).IsEmpty && name.AsSpan().IndexOfAny(";；@\r\n\t") < 0 && name.Length <= 100;

    private static Alias? Valid(string name) => IsName(name) ? new Alias(name.Trim()) : null;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static bool TryDay(string typed, out DateOnly? day)
    {
        day = null;
        if (typed.Trim().Length == 0)
            return true;
        if (!DateOnly.TryParseExact(typed.Trim(), ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return false;
        day = read;
        return true;
    }
}
