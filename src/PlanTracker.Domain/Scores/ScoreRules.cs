namespace PlanTracker.Domain.Scores;

/// <summary>What may be given or taken a point for. A closed list: each is a fact that the history proves, none is an impression.</summary>
public enum ScoreGround
{
    /// <summary>A task was finished by its deadline.</summary>
    ClosedOnTime,

    /// <summary>A task was finished after it, or by one that was extended late.</summary>
    ClosedLate,

    /// <summary>A week began in which a task stood past its deadline; each started week is one.</summary>
    OverdueWeek,

    /// <summary>A request to close was sent back by the office or the leader.</summary>
    Returned,

    /// <summary>A round ended without the report of a task.</summary>
    ReportMissing,

    /// <summary>The report came after the round's cut-off.</summary>
    RoundLate,

    /// <summary>An extension was asked for after the deadline.</summary>
    ExtensionLate,

    /// <summary>An instruction was not answered by its day.</summary>
    InstructionUnanswered,

    /// <summary>A supervision order was issued.</summary>
    OrderIssued,

    /// <summary>The coordinator praised the unit and said what for.</summary>
    Praised,
}

/// <summary>How many points one fact of a kind is worth, and the most that all facts of the kind may come to.</summary>
public sealed record ScoreRule
{
    public const decimal Most = 100;

    /// <param name="points">Above zero is given, below zero taken; at most two decimals.</param>
    /// <param name="cap">The most that may be given or taken by this rule; above zero.</param>
    public ScoreRule(ScoreGround ground, decimal points, decimal cap)
    {
        if (!IsWorth(points) || !IsCap(cap))
            throw new ArgumentOutOfRangeException(nameof(points), $"{points} up to {cap}");
        (Ground, Points, Cap) = (ground, points, cap);
    }

    public ScoreGround Ground { get; }

    public decimal Points { get; }

    public decimal Cap { get; }

    public static bool IsWorth(decimal points) => points != 0 && Math.Abs(points) <= Most && decimal.Round(points, 2) == points;

    public static bool IsCap(decimal cap) => cap is > 0 and <= Most && decimal.Round(cap, 2) == cap;

    internal decimal Capped(decimal sum) => Math.Clamp(sum, -Cap, Cap);
}

/// <summary>A jurisdiction's rules: where everybody begins, and one rule at most for each ground. A ground without a rule counts nothing.</summary>
public sealed record ScoreRules
{
    public ScoreRules(decimal @base, IReadOnlyList<ScoreRule> rules)
    {
        if (rules.DistinctBy(x => x.Ground).Count() != rules.Count)
            throw new ArgumentException("One rule for each ground.", nameof(rules));
        (Base, Rules) = (@base, [.. rules.OrderBy(x => x.Ground)]);
    }

    public static ScoreRules Default { get; } = new(100,
    [
        new(ScoreGround.ClosedOnTime, 0.5m, 5), new(ScoreGround.ClosedLate, -1, 10), new(ScoreGround.OverdueWeek, -0.5m, 10), new(ScoreGround.Returned, -1, 5),
        new(ScoreGround.ReportMissing, -1, 10), new(ScoreGround.RoundLate, -0.5m, 5), new(ScoreGround.ExtensionLate, -1, 5),
        new(ScoreGround.InstructionUnanswered, -2, 10), new(ScoreGround.OrderIssued, -2, 10), new(ScoreGround.Praised, 1, 5),
    ]);

    public decimal Base { get; }

    public IReadOnlyList<ScoreRule> Rules { get; }

    public bool Equals(ScoreRules? other) => other is not null && Base == other.Base && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode() => HashCode.Combine(Base, Rules.Count);
}
