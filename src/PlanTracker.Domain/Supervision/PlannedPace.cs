using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Supervision;

/// <summary>时序进度: how much should be done by a day. Milestones divide the work into equal parts, each reached on its day and evenly in between;
/// without milestones that is a straight line from publishing to the deadline.</summary>
public static class PlannedPace
{
    /// <returns>0 to 100 points, never falling from one day to the next.</returns>
    public static decimal On(DateOnly day, DateOnly opensOn, DateOnly dueOn, IReadOnlyList<DateOnly> milestones)
    {
        if (day >= dueOn)
            return 100;
        if (day <= opensOn)
            return 0;
        DateOnly[] marks = [opensOn, .. Between(opensOn, dueOn, milestones), dueOn];
        var part = Array.FindLastIndex(marks, mark => mark <= day);
        var share = (decimal)(day.DayNumber - marks[part].DayNumber) / (marks[part + 1].DayNumber - marks[part].DayNumber);
        return 100m * (part + share) / (marks.Length - 1);
    }

    /// <summary>How much is done by what the unit says: the points it reported, or the part that its milestones stand for where that is more.</summary>
    /// <param name="percent">As last reported, 0 to 100; null where nothing was.</param>
    /// <returns>0 to 100 points.</returns>
    public static decimal Done(int? percent, DateOnly opensOn, DateOnly dueOn, IReadOnlyList<DateOnly> milestones, MilestoneMarks reached)
    {
        DateOnly[] marks = [.. Between(opensOn, dueOn, milestones)];
        var open = Milestones.Open(marks, reached).Count;
        return Math.Max(percent ?? 0, 100m * (marks.Length - open) / (marks.Length + 1));
    }

    // What lies before the beginning or behind the deadline, which an extension or an amendment may have moved, divides nothing.
    private static IEnumerable<DateOnly> Between(DateOnly opensOn, DateOnly dueOn, IReadOnlyList<DateOnly> milestones) =>
        milestones.Where(mark => opensOn < mark && mark < dueOn).Distinct().Order();
}
