using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>A numbered item of the running text with what stands under it.</summary>
internal sealed class OutlineItem(ItemLabel label, int start, OutlineItem? parent)
{
    public ItemLabel Label { get; } = label;

    /// <summary>Where its number begins.</summary>
    public int Start { get; } = start;

    public int WordsStart => Start + Label.Length;

    /// <summary>How deep it stands: a number of a kind that comes later ends none that comes before; a phase comes directly below what it stands
    /// under.</summary>
    public int Depth { get; } = label.Kind == LabelKind.Phase && parent is not null ? parent.Depth + 1 : DepthOf(label.Kind);

    public static int DepthOf(LabelKind kind) => 2 * (int)kind;

    /// <summary>Where its own words end: at the next item, whatever its level.</summary>
    public int OwnEnd { get; set; }

    /// <summary>Where all that stands under it ends.</summary>
    public int End { get; set; }

    public OutlineItem? Parent { get; } = parent;

    public List<OutlineItem> Children { get; } = [];

    /// <summary>Headings without a number that stand above it, outermost first.</summary>
    public IReadOnlyList<string> LooseHeadings { get; set; } = [];

    /// <summary>Counts how often the top level began anew: a cover notice's 一、二、 and the plan's own.</summary>
    public int Run { get; set; }

    public List<FoundClause> OwnClauses { get; set; } = [];

    public bool HasClause => OwnClauses.Exists(clause => !clause.Clause.HoldsForOthers);

    /// <summary>The item or something under it carries a clause.</summary>
    public bool Carries { get; set; }
}
