using System.Globalization;
using Quartz;

namespace PlanTracker.Web.Jobs;

/// <summary>What a run says of itself: numbers, whose sentence is rendered where they are shown.</summary>
internal static class JobNote
{
    public static JobRunReport Report(params IEnumerable<int> counts)
    {
        int[] numbers = [.. counts];
        var note = string.Join(' ', numbers.Select(x => x.ToString(CultureInfo.InvariantCulture)));
        return numbers.All(x => x == 0) ? JobRunReport.Skipped(note) : JobRunReport.Succeeded(note);
    }

    public static IReadOnlyList<int> Read(string? note) =>
        [.. (note ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)];
}
