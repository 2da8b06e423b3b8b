namespace PlanTracker.Web.Features.Plans.Review;

public enum TaskPart
{
    Number,
    Section,
    Title,
    Body,
    Units,
    Deadline,
    Targets,
}

/// <summary>A part of a task that somebody else changed, with what it was and is.</summary>
public sealed record TaskDifference(TaskPart Part, string Before, string Now)
{
    public static IReadOnlyList<TaskDifference> Between(TaskView before, TaskView now) => [.. new[]
    {
        new TaskDifference(TaskPart.Number, before.Number, now.Number),
        new TaskDifference(TaskPart.Section, before.Section, now.Section),
        new TaskDifference(TaskPart.Title, before.Title, now.Title),
        new TaskDifference(TaskPart.Body, before.Body, now.Body),
        new TaskDifference(TaskPart.Units, Units(before), Units(now)),
        new TaskDifference(TaskPart.Deadline, Days(before), Days(now)),
        new TaskDifference(TaskPart.Targets, string.Join('；', before.Content.Targets), string.Join('；', now.Content.Targets)),
    }.Where(x => x.Before != x.Now)];

    private static string Units(TaskView task) =>
        string.Join('、', task.Content.Units.Select(x => x.Name).Concat(task.Content.Collectives.Select(x => x.Name)));

    private static string Days(TaskView task) =>
        string.Join('、', task.Content.Deadlines.Select(x => x.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
