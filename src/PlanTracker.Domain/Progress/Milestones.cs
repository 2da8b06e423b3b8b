using System.Globalization;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>How a milestone stands with one unit on a day.</summary>
public enum MilestoneState
{
    Ahead,

    /// <summary>Its day has passed and the unit has not reported it reached.</summary>
    Missed,
    Reached,

    /// <summary>Reached after its day: stays so.</summary>
    ReachedLate,
}

/// <param name="DueOn">The milestone's own day, which names it: a task has no two milestones on one day.</param>
public readonly record struct ReachedMilestone(DateOnly DueOn, DateOnly ReachedOn)
{
    public int DaysLate => Math.Max(0, ReachedOn.DayNumber - DueOn.DayNumber);
}

/// <summary>Which milestones a unit has reported reached, and when. Two that name the same are one.</summary>
public sealed record MilestoneMarks
{
    private const char Between = ' ';
    private const char Reached = '=';

    private MilestoneMarks(string text) => Text = text;

    public static MilestoneMarks None { get; } = new("");

    /// <summary>As the store keeps it, in the order of the milestones: 2026-03-31=2026-04-02.</summary>
    public string Text { get; }

    public IEnumerable<ReachedMilestone> All => Text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
        .Select(mark => mark.Split(Reached) is [var due, var reached] ? new ReachedMilestone(Day(due), Day(reached)) : throw new FormatException(mark));

    /// <summary>The opposite of <see cref="Text"/>.</summary>
    public static MilestoneMarks Parse(string text) => text.Length == 0 ? None : Of(new MilestoneMarks(text).All);

    public static MilestoneMarks Of(IEnumerable<ReachedMilestone> marks) => new(string.Join(
        Between, marks.OrderBy(mark => mark.DueOn).Select(mark => $"{Written(mark.DueOn)}{Reached}{Written(mark.ReachedOn)}")));

    public DateOnly? On(DateOnly dueOn)
    {
        foreach (var mark in All)
        {
            if (mark.DueOn == dueOn)
                return mark.ReachedOn;
        }

        return null;
    }

    /// <summary>Said again, the last word holds.</summary>
    public MilestoneMarks With(ReachedMilestone mark) => Of(All.Where(known => known.DueOn != mark.DueOn).Append(mark));

    public MilestoneMarks Without(DateOnly dueOn) => Of(All.Where(known => known.DueOn != dueOn));

    private static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public static class Milestones
{
    /// <summary>Who leads or answers for the task says when a milestone is reached; who cooperates reports his part.</summary>
    public static bool AreAskedOf(Role role) => role != Role.Cooperating;

    /// <summary>A milestone counts in full: what is reached on its day is in time.</summary>
    public static MilestoneState StateOf(DateOnly dueOn, MilestoneMarks marks, DateOnly day) => marks.On(dueOn) switch
    {
        { } reached => reached > dueOn ? MilestoneState.ReachedLate : MilestoneState.Reached,
        null => day > dueOn ? MilestoneState.Missed : MilestoneState.Ahead,
    };

    /// <summary>Those of which nobody has said that they are reached, in order.</summary>
    public static IReadOnlyList<DateOnly> Open(IEnumerable<DateOnly> milestones, MilestoneMarks marks)
    {
        var reached = marks.All.Select(mark => mark.DueOn).ToHashSet();
        return [.. milestones.Where(day => !reached.Contains(day)).Order()];
    }
}
