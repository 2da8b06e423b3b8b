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
        DateOnly[] marks = [opensOn, .. milestones.Where(mark => opensOn < mark && mark < dueOn).Distinct().Order(), dueOn];
        var part = Array.FindLastIndex(marks, mark => mark <= day);
        var share = (decimal)(day.DayNumber - marks[part].DayNumber) / (marks[part + 1].DayNumber - marks[part].DayNumber);
        return 100m * (part + share) / (marks.Length - 1);
    }
}
