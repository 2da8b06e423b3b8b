namespace PlanTracker.Domain.Scores;

/// <summary>One fact about one unit for which there may be a point.</summary>
/// <param name="Key">Names the fact for ever, so that a point which was struck stays struck however often the score is worked out.</param>
/// <param name="IsCooperating">The unit only cooperates in the task: half of the points.</param>
public sealed record ScoreFact(ScoreGround Ground, string Key, DateOnly Day, bool IsCooperating);

/// <summary>What a fact is worth.</summary>
/// <param name="Value">As the rule says, before its cap; a struck one too.</param>
public readonly record struct ScorePoint(ScoreFact Fact, decimal Value, bool IsStruck);

/// <summary>What a rule comes to.</summary>
/// <param name="Sum">Of its points that are not struck.</param>
/// <param name="Counted">The same, not beyond the cap.</param>
public readonly record struct RuleSum(ScoreRule Rule, decimal Sum, decimal Counted);

/// <summary>A unit's score with every point of it: the base and what each rule comes to, none beyond its cap.</summary>
public sealed record UnitScore(decimal Base, IReadOnlyList<ScorePoint> Points, IReadOnlyList<RuleSum> Sums)
{
    public decimal Plus => Sums.Sum(x => Math.Max(0, x.Counted));

    public decimal Minus => Sums.Sum(x => Math.Min(0, x.Counted));

    public decimal Total => Base + Plus + Minus;

    /// <summary>Works the score out. In whatever order the facts come, and however often one of them, the score is the same.</summary>
    /// <param name="struck">Keys of points that the coordinator struck.</param>
    public static UnitScore Of(ScoreRules rules, IEnumerable<ScoreFact> facts, IReadOnlySet<string> struck)
    {
        var byGround = rules.Rules.ToDictionary(x => x.Ground);
        List<ScorePoint> points = [.. facts.Where(x => byGround.ContainsKey(x.Ground)).DistinctBy(x => x.Key)
            .OrderBy(x => x.Day).ThenBy(x => x.Ground).ThenBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => new ScorePoint(x, x.IsCooperating ? byGround[x.Ground].Points / 2 : byGround[x.Ground].Points, struck.Contains(x.Key)))];
        var sums = points.Where(x => !x.IsStruck).GroupBy(x => x.Fact.Ground).ToDictionary(x => x.Key, x => x.Sum(p => p.Value));
        return new UnitScore(
            rules.Base, points,
            [.. rules.Rules.Select(rule => (Rule: rule, Sum: sums.GetValueOrDefault(rule.Ground))).Select(x => new RuleSum(x.Rule, x.Sum, x.Rule.Capped(x.Sum)))]);
    }
}

public static class OverdueWeeks
{
    /// <summary>The first day of each week that began while something stood past its deadline: the day after it, and every seventh from there.</summary>
    /// <param name="until">The last day on which it stood so.</param>
    public static IEnumerable<DateOnly> Started(DateOnly dueOn, DateOnly until)
    {
        for (var day = dueOn.AddDays(1); day <= until; day = day.AddDays(7))
            yield return day;
    }
}
