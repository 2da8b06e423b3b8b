using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Items that only the look of their headings tells (heading styles, bold lines): for documents, or parts of them, without
/// numbers.</summary>
internal static class HeadingOutline
{
    private const int FewestHeadings = 2;

    /// <summary>Deeper levels than these are no items of their own.</summary>
    private static readonly LabelKind[] Kinds = [LabelKind.Section, LabelKind.BracketedNumeral, LabelKind.Digit];

    public static List<OutlineItem> In(Flow flow, int from) => Read(flow, from, flow.Text.Length, null);

    /// <summary>Gives the items without numbered items under them what headings part them into.</summary>
    public static void Fill(Flow flow, IReadOnlyList<OutlineItem> items)
    {
        if (flow.Headings.Count < FewestHeadings) return;
        foreach (var item in items.Where(item => item.Label.Kind <= LabelKind.BracketedNumeral))
        {
            Fill(flow, item.Children);
            if (item.Children.Count > 0) continue;
            var end = item.OwnEnd;
            var below = Read(flow, item.WordsStart + 1, end, item);
            if (below.Count < FewestHeadings) continue;
            item.Children.AddRange(below);
            item.OwnEnd = below[0].Start;
        }
    }

    private static List<OutlineItem> Read(Flow flow, int from, int to, OutlineItem? above)
    {
        var headings = flow.Headings.Where(heading => heading.At >= from && heading.At < to).ToList();
        if (headings.Count < FewestHeadings) return [];
        var levels = headings.Select(heading => heading.Level).Distinct().Order().ToList();
        var first = above is null ? 0 : Array.FindIndex(Kinds, kind => kind > above.Label.Kind);
        if (first < 0) return [];
        var roots = new List<OutlineItem>();
        var open = new Stack<OutlineItem>();
        OutlineItem? current = null;
        foreach (var (at, level) in headings)
        {
            if (first + levels.IndexOf(level) is var rank && rank >= Kinds.Length) continue;
            if (current is not null) current.OwnEnd = at;
            while (open.Count > 0 && open.Peek().Label.Kind >= Kinds[rank]) open.Pop().End = at;
            var parent = open.Count > 0 ? open.Peek() : above;
            var siblings = open.Count > 0 ? parent!.Children : roots;
            current = new OutlineItem(new ItemLabel(Kinds[rank], siblings.Count + 1, 0), at, parent) { Run = above?.Run ?? 0 };
            siblings.Add(current);
            open.Push(current);
        }

        if (current is not null) current.OwnEnd = to;
        while (open.Count > 0) open.Pop().End = to;
        return roots;
    }
}
