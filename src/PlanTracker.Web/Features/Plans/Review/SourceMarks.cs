namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>A stretch of the source with the look that marks give it: "" for none.</summary>
public readonly record struct MarkedText(string Words, string Look);

/// <summary>Which words of the source are lit for a task: all that it was read from, and within them units, days and doubts.</summary>
public sealed class SourceMarks
{
    private readonly List<(int Start, int End, string Look)> marks = [];

    public SourceMarks(TaskView? task)
    {
        if (task is not { SpanStart: { } start, SpanEnd: { } end })
            return;
        (Start, End) = (start, end);
        Add(start, end, "lit");
        foreach (var unit in task.Content.Units)
            Add(unit.Start, unit.End, "lit-unit");
        foreach (var group in task.Content.Collectives)
            Add(group.Start, group.End, "lit-unit");
        foreach (var day in task.Content.Deadlines)
            Add(day.Start, day.End, "lit-day");
        foreach (var doubt in ReviewDoubts.Of(task.Content))
            Add(doubt.Start, doubt.End, "lit-doubt");
    }

    public int Start { get; } = -1;
    public int End { get; } = -1;

    public bool Touches(int start, int end) => marks.Exists(x => x.Start < end && start < x.End);

    /// <summary>[start, end) of the text, cut where the marks begin and end; the later mark covers the earlier.</summary>
    public IEnumerable<MarkedText> Cut(string text, int start, int end)
    {
        int[] edges = [.. marks.SelectMany(x => new[] { x.Start, x.End }).Where(x => x > start && x < end).Append(start).Append(end).Distinct().Order()];
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var (from, to) = (edges[i], edges[i + 1]);
            var look = marks.FindLast(x => x.Start <= from && to <= x.End).Look ?? "";
            yield return new MarkedText(text[from..to], look);
        }
    }

    private void Add(int? start, int? end, string look)
    {
        if (start is { } from && end is { } to && from < to)
            marks.Add((from, to, look));
    }
}
