using System.Globalization;
using System.Text.RegularExpressions;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Features.Progress;

/// <summary>What a unit wrote into the column of milestones reached: 2026-03-31=2026-03-28；2026年6月30日=2026.7.2.</summary>
internal static partial class FilledMilestones
{
    private static readonly string[] Written = ["yyyy-M-d"];

    [GeneratedRegex(@"[年月./]")]
    private static partial Regex Parting();

    /// <returns>Null where something is no pair of days, or a milestone is named twice.</returns>
    public static IReadOnlyList<ReachedMilestone>? Read(string cell)
    {
        List<ReachedMilestone> read = [];
        foreach (var part in cell.Split(['；', ';', '\n', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(['=', '＝'], StringSplitOptions.TrimEntries) is not [var due, var reached] || Day(due) is not { } milestone || Day(reached) is not { } on)
                return null;
            read.Add(new ReachedMilestone(milestone, on));
        }

        return read.DistinctBy(x => x.DueOn).Count() == read.Count ? read : null;
    }

    private static DateOnly? Day(string words) => DateOnly.TryParseExact(
        Parting().Replace(words, "-").TrimEnd('日', '-'), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
