using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What stands around the tasks.</summary>
/// <param name="BodyStart">Where the plan's own words begin in the running text: behind its title; what stands before is the cover notice.</param>
internal sealed record Frame(
    string? Title,
    string? NoticeTitle,
    DocumentStage? Stage,
    string? DocNumber,
    string? Issuer,
    DateOnly? Issued,
    (int First, int Last)? Period,
    int BodyStart)
{
    /// <summary>The period is no more than the first year that the first lines mention.</summary>
    public bool PeriodGuessed { get; init; }

    /// <summary>Where the day of the signature stands in the running text.</summary>
    public int? SignedAt { get; init; }
}

/// <param name="Start">Position in the running text.</param>
/// <param name="Printed">The same with its blanks.</param>
internal sealed record Segment(MappedText Text, int Start, string Printed)
{
    public string Plain { get; } = Text.Plain;
}
