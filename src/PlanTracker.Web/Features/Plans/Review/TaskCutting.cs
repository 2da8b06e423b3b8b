using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Plans.Review;

/// <summary>Makes two tasks of one, and one of two. The words they point to in the source stay inside it and in order.</summary>
public static class TaskCutting
{
    private const int LongestTitle = 60;
    private const int Probe = 8;

    /// <summary>Where a body may be cut: the beginnings of its sentences but the first.</summary>
    public static IReadOnlyList<int> Places(string body)
    {
        List<int> places = [];
        for (var i = 1; i < body.Length; i++)
        {
            if (body[i - 1] is '。' or '；' or ';' or '！' or '\n' && !char.IsWhiteSpace(body[i]) && body[..i].Trim().Length > 0)
                places.Add(i);
        }

        return places;
    }

    /// <param name="at">Inside the body.</param>
    /// <returns>Both halves; the units stand on both, days and doubts on the half whose words they are.</returns>
    public static (TaskView First, TaskView Second) Split(TaskView task, int at, string source)
    {
        var (head, tail) = (task.Body[..at].TrimEnd(), task.Body[at..].Trim());
        var cut = PlaceInSource(task, tail, source);
        bool IsBehind(int? start) => cut is { } from && start >= from;
        var (content, targets) = (task.Content, task.Content.Targets.ToLookup(x => tail.Contains(x, StringComparison.Ordinal)));
        var (early, late) = (content.Deadlines.Where(x => !IsBehind(x.Start)).ToList(), content.Deadlines.Where(x => IsBehind(x.Start)).ToList());
        var first = task with
        {
            Body = head, SpanEnd = cut ?? task.SpanEnd,
            Content = content with
            {
                Deadlines = early, Targets = [.. targets[false]], Doubts = [.. content.Doubts.Where(x => !IsBehind(x.Start))],
                DeadlineConfirmed = content.DeadlineConfirmed && (early.Count > 0 || late.Count == 0),
            },
        };
        var second = task with
        {
            Number = "", Title = TitleOf(tail), Body = tail, SpanStart = cut ?? task.SpanStart,
            Content = content with
            {
                Deadlines = late, Targets = [.. targets[true]], Doubts = [.. content.Doubts.Where(x => IsBehind(x.Start))],
                DeadlineConfirmed = content.DeadlineConfirmed && (late.Count > 0 || early.Count == 0),
            },
        };
        return (first, second);
    }

    public static TaskView Merge(TaskView first, TaskView second) => first with
    {
        Body = string.Join('\n', new[] { first.Body, second.Body.StartsWith(second.Title, StringComparison.Ordinal) ? "" : second.Title + "。", second.Body }
            .Where(x => x.Trim('。').Length > 0)),
        SpanStart = first.SpanStart is { } a && second.SpanStart is { } b ? Math.Min(a, b) : first.SpanStart ?? second.SpanStart,
        SpanEnd = first.SpanEnd is { } c && second.SpanEnd is { } d ? Math.Max(c, d) : first.SpanEnd ?? second.SpanEnd,
        Content = Merge(first.Content, second.Content),
    };

    private static DraftTaskContent Merge(DraftTaskContent first, DraftTaskContent second) => first with
    {
        Units = [.. first.Units.Concat(second.Units).GroupBy(x => x.OrgUnitId?.ToString() ?? x.Name).Select(same => same.MinBy(x => x.Role)!)],
        Collectives = [.. first.Collectives.Concat(second.Collectives).GroupBy(x => x.Name).Select(same => same.MinBy(x => x.Role)!)],
        AndOthers = first.AndOthers || second.AndOthers,
        Leaders = [.. first.Leaders.Concat(second.Leaders).Distinct()],
        Deadlines = [.. first.Deadlines.Concat(second.Deadlines).DistinctBy(x => x.Day).OrderBy(x => x.Day)],
        Recurrence = first.Recurrence ?? second.Recurrence,
        PeriodDay = first.Recurrence is null || (first.Recurrence == second.Recurrence && first.PeriodDay is null) ? second.PeriodDay : first.PeriodDay,
        Ongoing = first.Ongoing && second.Ongoing,
        DeadlineConfirmed = first.DeadlineConfirmed && second.DeadlineConfirmed,
        Targets = [.. first.Targets.Concat(second.Targets).Distinct()],
        Sharing = first.Sharing ?? second.Sharing,
        ContinuesTaskId = first.ContinuesTaskId ?? second.ContinuesTaskId,
        Doubts = [.. first.Doubts.Concat(second.Doubts).Distinct()],
    };

    // The body is the source without its unit clause, perhaps with its lines joined: its first characters tell the place.
    private static int? PlaceInSource(TaskView task, string tail, string source)
    {
        if (task is not { SpanStart: { } start, SpanEnd: { } end } || start < 0 || end > source.Length || tail.Length == 0)
            return null;
        var found = source.IndexOf(tail[..Math.Min(Probe, tail.Length)], start, end - start, StringComparison.Ordinal);
        return found > start ? found : null;
    }

    private static string TitleOf(string words)
    {
        var end = words.AsSpan().IndexOfAny('。', '；', '\n');
        var title = (end > 0 ? words[..end] : words).Trim();
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }
}
