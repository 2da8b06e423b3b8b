using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Wording;

/// <summary>What a report says where it is shown: its words, or what stands in their place, and the milestones reached.</summary>
public sealed class ReportWords(IStringLocalizer<Words> words)
{
    /// <param name="said">As typed; may be empty.</param>
    /// <param name="stillDone">Of an ongoing task.</param>
    /// <param name="reached">As <see cref="MilestoneMarks.Text"/>.</param>
    /// <returns>One or several lines.</returns>
    public string Of(string said, bool nothingNew, bool stillDone, string reached)
    {
        var first = said.Length > 0 ? said : nothingNew ? words["本期无新进展"] : stillDone ? words["仍在坚持"] : "";
        var marks = MilestoneMarks.Parse(reached).All.Select(x => words["完成节点 {0}（{1} 完成）", Day(x.DueOn), Day(x.ReachedOn)].Value);
        return string.Join('\n', marks.Prepend(first).Where(x => x.Length > 0));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
