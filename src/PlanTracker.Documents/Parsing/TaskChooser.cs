using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Which items of an outline are tasks.</summary>
/// <remarks>
/// The lowest numbered level that carries clauses of units; where no item carries any, the numbered level below the sections. Statements hold
/// none, safeguards only where their items name units or a day, a report only in its section on next steps.
/// </remarks>
internal sealed class TaskChooser(Flow flow, Func<OutlineItem, bool> hasDay)
{
    private const int LongestPart = 30;

    private readonly List<OutlineItem> chosen = [];

    /// <summary>The heading of what a report plans for next, once it was looked for.</summary>
    public (int Start, int End)? Planned { get; private set; }

    /// <summary>Where what is planned begins, where it is a part of its own without a number.</summary>
    public int PlannedPartAt { get; private set; } = int.MaxValue;

    public static void MarkClauses(Flow flow, IReadOnlyList<OutlineItem> items)
    {
        foreach (var item in items)
        {
            item.OwnClauses = ClauseFinder.FindIn(flow.Text.Slice(item.WordsStart, item.OwnEnd));
            MarkClauses(flow, item.Children);
            item.Carries = item.HasClause || HoldsForNeighbours(flow, item) || item.Children.Exists(child => child.Carries);
        }
    }

    // 以上三项由X负责 in the last of several items; 以上任务由X负责 behind the safeguards is said of what stands before them.
    private static bool HoldsForNeighbours(Flow flow, OutlineItem item) => item.Children.Count == 0
        && item.OwnClauses.Exists(found => found.Clause.Scope.Reach is ClauseReach.Above or ClauseReach.Section)
        && item.Parent is { } above && TitleOf(flow, above) is var title && !SectionWords.IsSafeguard(title) && !SectionWords.IsStatement(title);

    public IReadOnlyList<OutlineItem> Choose(IReadOnlyList<OutlineItem> roots)
    {
        var sections = roots.Where(root => root.Label.Kind != LabelKind.Article || root.Carries).ToList();
        if (sections.Exists(section => section.Carries))
        {
            var flat = sections.TrueForAll(section => section.Children.Count == 0
                || section.HasClause && !section.Children.Exists(child => child.Carries));
            foreach (var section in sections) FromSection(section, flat);
        }
        else
        {
            var flat = !sections.Exists(section => section.Label.Kind > LabelKind.Section || (section.Children.Exists(IsItem) && !Declines(section)));
            foreach (var section in sections) FromBareSection(section, flat);
        }

        return chosen;
    }

    /// <summary>In a report: the items of the section on next steps; where it has no others, its 一是, 二是.</summary>
    public IReadOnlyList<OutlineItem> ChooseNextSteps(IReadOnlyList<OutlineItem> roots)
    {
        foreach (var section in UnderPlannedPart(roots)) FromPart(section);
        if (chosen.Count > 0) return chosen;
        foreach (var section in roots.Where(root => SectionWords.IsNextSteps(TitleOf(root))))
        {
            Planned ??= (section.WordsStart, section.OwnEnd);
            if (section.Carries)
            {
                FromCarrying(section);
                continue;
            }

            var items = section.Children.Where(IsItem).ToList();
            if (items.Count == 0) items = FirstEnumeration(section.Children);
            // 第二部分 下一步打算 > 一、…: its sections are headings of their items.
            if (section.Label.Kind == LabelKind.Chapter) items.ForEach(ChooseBare);
            else chosen.AddRange(items);
        }

        return chosen;
    }

    // 2026年工作计划 / 一、…: its heading has no number, and the numbers begin anew behind it.
    private IEnumerable<OutlineItem> UnderPlannedPart(IReadOnlyList<OutlineItem> roots)
    {
        for (var at = 1; at < roots.Count; at++)
        {
            var first = roots[at];
            if (first.Run == roots[at - 1].Run || first.Label.Value != 1 || HeadingBetween(roots[at - 1], first) is not { } heading) continue;
            Planned = heading;
            PlannedPartAt = first.Start;
            return roots.Where(root => root.Run == first.Run);
        }

        return [];
    }

    private (int Start, int End)? HeadingBetween(OutlineItem before, OutlineItem item)
    {
        for (int end = item.Start, start; end > before.WordsStart; end = start - 1)
        {
            start = Math.Max(0, flow.Text.Plain.LastIndexOf('\n', end - 1) + 1);
            var line = flow.Text.Plain[start..end].Trim();
            if (start > before.WordsStart && line.Length is > 3 and <= LongestPart && SectionWords.IsNextSteps(line)) return (start, end);
        }

        return null;
    }

    private void FromPart(OutlineItem section)
    {
        if (section.Carries) FromCarrying(section);
        else ChooseBare(section);
    }

    public string TitleOf(OutlineItem item) => TitleOf(flow, item);

    private static string TitleOf(Flow flow, OutlineItem item) =>
        PlainForm.Of(ItemTitle.Of(flow.Text.Slice(item.WordsStart, item.OwnEnd), flow.BlanksEndTitles));

    private static bool IsItem(OutlineItem item) => item.Label.Kind != LabelKind.Enumerated;

    // A second 一是 begins another matter.
    private static List<OutlineItem> FirstEnumeration(List<OutlineItem> items)
    {
        var first = new List<OutlineItem>();
        foreach (var item in items)
        {
            if (first.Count > 0 && item.Label.Value <= first[^1].Label.Value) break;
            first.Add(item);
        }

        return first;
    }

    private void FromSection(OutlineItem section, bool flat)
    {
        if (section.Carries)
        {
            FromCarrying(section);
            return;
        }

        var title = TitleOf(section);
        if (SectionWords.IsStatement(title)) return;
        if (IsSafeguard(section))
        {
            chosen.AddRange(section.Children.Where(child => IsItem(child) && hasDay(child)));
            return;
        }

        var items = section.Children.Where(IsItem).ToList();
        foreach (var item in items.Where(item => !SectionWords.IsStatement(TitleOf(item)))) ChooseBare(item);
        if (items.Count == 0 && flat) chosen.Add(section);
    }

    // What carries a clause itself and nothing below it does, is the task; its siblings without one are tasks of the same kind.
    private void FromCarrying(OutlineItem item)
    {
        var below = item.Children.Where(IsItem).ToList();
        if (!below.Exists(child => child.Carries) || StandsInOneParagraph(below))
        {
            chosen.Add(item);
            return;
        }

        var safeguard = SectionWords.IsSafeguard(TitleOf(item));
        foreach (var child in below)
        {
            if (child.Carries) FromCarrying(child);
            else if (!SectionWords.IsStatement(TitleOf(child)) && (!safeguard || hasDay(child))) ChooseBare(child);
        }
    }

    // A heading and nothing else stands for the items below it.
    private void ChooseBare(OutlineItem item)
    {
        var below = item.Children.Where(IsItem).ToList();
        if (below.Count > 0 && IsHeadingOnly(item)) chosen.AddRange(below);
        else chosen.Add(item);
    }

    // 1.改造管网。（1）摸清底数。（2）分段施工。（责任单位：…）: the clause behind a paragraph is that of the whole paragraph.
    private bool StandsInOneParagraph(List<OutlineItem> below)
    {
        if (flow.OneLine || below.Count < 2 || below.SkipLast(1).Any(child => child.Carries)) return false;
        var before = flow.Text.Plain.AsSpan(0, below[0].Start).TrimEnd(' ');
        return before.Length > 0 && before[^1] != '\n' && !flow.Text.Plain.AsSpan(below[0].Start..below[^1].Start).Contains('\n');
    }

    private bool Declines(OutlineItem section) => SectionWords.IsStatement(TitleOf(section)) || IsSafeguard(section);

    // By its heading, or behind the tasks by what most of its items are called.
    private bool IsSafeguard(OutlineItem section)
    {
        if (SectionWords.IsSafeguard(TitleOf(section))) return true;
        var items = section.Children.Where(IsItem).ToList();
        return chosen.Count > 0 && items.Count > 1 && 3 * items.Count(item => SectionWords.IsSafeguardItem(TitleOf(item))) >= 2 * items.Count;
    }

    private void FromBareSection(OutlineItem section, bool flat)
    {
        var title = TitleOf(section);
        if (SectionWords.IsStatement(title)) return;
        var items = section.Children.Where(IsItem).ToList();
        if (section.Label.Kind > LabelKind.Phase && section.Parent is null)
        {
            chosen.Add(section);
            return;
        }

        if (IsSafeguard(section))
        {
            chosen.AddRange(items.Where(hasDay));
            return;
        }

        if (items.Count == 0)
        {
            if (flat) chosen.Add(section);
            return;
        }

        foreach (var item in items.Where(item => !SectionWords.IsStatement(TitleOf(item)))) ChooseBare(item);
    }

    // A heading and nothing else before its first item.
    private bool IsHeadingOnly(OutlineItem item)
    {
        var words = flow.Text.Slice(item.WordsStart, item.OwnEnd);
        var rest = words.Plain[ItemTitle.EndIn(words, flow.BlanksEndTitles)..].Trim(' ', '\n', '。');
        return rest.Length == 0;
    }
}
