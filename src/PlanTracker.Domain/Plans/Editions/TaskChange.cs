namespace PlanTracker.Domain.Plans.Editions;

/// <summary>What an edition did to a task, the strongest word that fits.</summary>
public enum ChangeKind
{
    /// <summary>未变</summary>
    Unchanged,

    /// <summary>仅编号变化: another number, perhaps another section, the same words.</summary>
    Renumbered,

    /// <summary>移动: the same words under the same number in another section.</summary>
    Moved,

    /// <summary>变更: words, units, deadline or targets differ.</summary>
    Changed,

    /// <summary>新增</summary>
    Added,

    /// <summary>撤销</summary>
    Withdrawn,
}

/// <summary>One line of a new edition laid over the old one. Tasks are named by their places in the two lists.</summary>
/// <param name="Before">Null for an added task.</param>
/// <param name="Now">Null for a withdrawn one.</param>
/// <param name="Likeness">Of the words, 0 to 1; 0 where there is nothing to compare.</param>
public sealed record TaskChange(int? Before, int? Now, ChangeKind Kind, double Likeness = 0)
{
    public WordingParts Parts { get; init; }

    public bool IsRenumbered { get; init; }

    /// <summary>In a section that is not the successor of its old one.</summary>
    public bool IsMoved { get; init; }

    /// <summary>The pair was guessed from words that are only partly alike: a person says whether it is one task.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Of an added task: the old one of whose words it is made (拆分). Of a withdrawn one: the new one that holds its words (合并).</summary>
    public int? Kin { get; init; }
}

/// <summary>A person's word on one task of the new edition: it goes on from that old one, or from none.</summary>
public sealed record ChosenPair(int Now, int? Before);
