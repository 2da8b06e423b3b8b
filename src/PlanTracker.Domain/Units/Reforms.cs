using System.Globalization;
using System.Text.Json;

namespace PlanTracker.Domain.Units;

/// <summary>A change of bodies by a national reform, in names without place or level.</summary>
/// <param name="From">The body that was.</param>
/// <param name="To">The body that took over its duties.</param>
/// <param name="Until">Last day on which the old body is met with anywhere: places carried the reform out at their own pace.</param>
/// <param name="Act">The published decision it rests on.</param>
public sealed record Reform(string From, string To, DateOnly Until, string Act);

/// <summary>Which bodies became which, from the published plans of reform; a body that local decisions alone changed is an alias of its unit instead.</summary>
public static class Reforms
{
    private const string Resource = "PlanTracker.Domain.Units.reforms.json";

    /// <summary>Older ones first.</summary>
    public static IReadOnlyList<Reform> National { get; } = Read();

    private static Reform[] Read()
    {
        using var stream = typeof(Reforms).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("acts").EnumerateArray().SelectMany(Of).OrderBy(x => x.Until)];
    }

    private static IEnumerable<Reform> Of(JsonElement act)
    {
        var until = DateOnly.ParseExact(act.GetProperty("carriedOutBy").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var change in act.GetProperty("changes").EnumerateArray())
        {
            foreach (var from in change.GetProperty("from").EnumerateArray())
                yield return new Reform(from.GetString()!, change.GetProperty("to").GetString()!, until, act.GetProperty("name").GetString()!);
        }
    }
}
