using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Drafts;

/// <summary>A part of a report that tells of one matter: an item, or one of its 一是, 二是.</summary>
/// <param name="Section">Headings above it, outermost first, each with its number as printed.</param>
/// <param name="Title">Its heading, or its first sentence.</param>
/// <param name="Words">All of its words without the number, line ends kept.</param>
public sealed record ReportPassage(IReadOnlyList<string> Section, string Title, string Words, SourceSpan Span, IReadOnlyList<Figure> Figures);

/// <summary>A counted result: 办理行政复议案件 132 件.</summary>
/// <param name="What">The words before it that say what is counted; may be empty.</param>
/// <param name="Value">In units of <paramref name="Measure"/>; 百 and 千 are multiplied out, 万 and 亿 belong to the measure.</param>
/// <param name="Measure">件, 次, %, 万元, 万人次 …</param>
/// <param name="About">余, 多, 以上, 左右: no exact number.</param>
public sealed record Figure(string What, decimal Value, string Measure, bool About, SourceSpan Span);
