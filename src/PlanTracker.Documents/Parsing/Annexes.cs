using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Parsing;

/// <summary>What an annex behind the plan numbers anew (indicators, rates of fines, forms) is no task where it names nobody.</summary>
internal static partial class Annexes
{
    private const int FewestSections = 2;

    [GeneratedRegex("(?:^|(?<=[\n 。]))附 ?[件录](?! ?:?[^ \n]{0,40}的通知)")]
    private static partial Regex Begin();

    public static IReadOnlyList<OutlineItem> Left(Flow flow, IReadOnlyList<OutlineItem> roots, Frame frame)
    {
        // Behind a notice whose plan has no title of its own the plan is itself the annex.
        if (roots.Count <= FewestSections || (frame.NoticeTitle is not null && frame.BodyStart == 0)) return roots;
        var own = roots.Count(root => root.Run == roots[0].Run);
        if (own < FewestSections || own == roots.Count) return roots;
        var between = flow.Text.Plain[roots[own - 1].WordsStart..roots[own].Start];
        return Begin().IsMatch(between) && !roots.Skip(own).Any(root => root.Carries) ? [.. roots.Take(own)] : roots;
    }
}
