using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Supervision;

/// <param name="Points">0 to 100.</param>
public readonly record struct PacePoint(DateOnly On, decimal Points);

/// <summary>What was planned and what was done, day by day, for drawing one beside the other. Both are those by which the light is given.</summary>
public static class PaceLine
{
    /// <summary>The corners of the planned line: its beginning, each milestone, its end.</summary>
    public static IReadOnlyList<PacePoint> Planned(DateOnly opensOn, DateOnly dueOn, IReadOnlyList<DateOnly> milestones) =>
        [.. milestones.Where(day => opensOn < day && day < dueOn).Distinct().Order().Prepend(opensOn).Append(dueOn)
            .Select(day => new PacePoint(day, PlannedPace.On(day, opensOn, dueOn, milestones)))];

    /// <summary>Each day on which something was reported done, with what was done from then on; begins with nothing on the day of handing over.</summary>
    /// <param name="reports">In any order; of several on one day the last.</param>
    /// <param name="until">What lies behind this day is left out.</param>
    public static IReadOnlyList<PacePoint> Done(
        IEnumerable<(DateOnly On, int Percent)> reports, MilestoneMarks reached, DateOnly opensOn, DateOnly dueOn, IReadOnlyList<DateOnly> milestones, DateOnly until)
    {
        var percents = reports.Where(x => x.On <= until).GroupBy(x => x.On).ToDictionary(x => x.Key, x => x.Last().Percent);
        List<PacePoint> line = [new(opensOn, 0)];
        var (percent, marks) = ((int?)null, MilestoneMarks.None);
        foreach (var day in percents.Keys.Concat(reached.All.Select(x => x.ReachedOn)).Where(day => day <= until).Distinct().Order())
        {
            percent = percents.TryGetValue(day, out var said) ? said : percent;
            marks = reached.All.Where(x => x.ReachedOn == day).Aggregate(marks, (known, mark) => known.With(mark));
            line.Add(new(day, PlannedPace.Done(percent, opensOn, dueOn, milestones, marks)));
        }

        return line;
    }
}
