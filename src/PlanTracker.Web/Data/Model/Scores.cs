using PlanTracker.Domain.Scores;

namespace PlanTracker.Web.Data.Model;

/// <summary>Whether a jurisdiction works with scores, and by which rules. Without a row it does not.</summary>
public sealed class ScoreBook
{
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public bool IsOn { get; set; }
    public ScoreRules Rules { get; set; } = ScoreRules.Default;
    public int Version { get; set; }
}

/// <summary>A point that the coordinator struck out of the proposals, with the reason; kept when it is taken back.</summary>
public sealed class ScoreStrike
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;

    /// <summary>That of <see cref="ScoreFact"/>.</summary>
    public required string Key { get; set; }
    public required string Reason { get; set; }
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateOnly On { get; set; }
    public DateOnly? RestoredOn { get; set; }
    public string RestoredByName { get; set; } = "";
    public int Version { get; set; }
}

/// <summary>表扬: what the coordinator praises a unit for.</summary>
public sealed class Commendation
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Guid OrgUnitId { get; set; }
    public OrgUnit OrgUnit { get; set; } = null!;
    public Guid? PlanTaskId { get; set; }
    public PlanTask? PlanTask { get; set; }
    public DateOnly On { get; set; }
    public required string Words { get; set; }
    public Guid ById { get; set; }
    public string ByName { get; set; } = "";
    public DateTime At { get; set; }
}

/// <summary>定格: the proposal of a period as it stood on a day. Nothing that happens later changes it.</summary>
public sealed class ScoreSnapshot
{
    public Guid Id { get; set; }
    public Guid JurisdictionId { get; set; }
    public Jurisdiction Jurisdiction { get; set; } = null!;
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public DateOnly FrozenOn { get; set; }
    public DateTime FrozenAt { get; set; }
    public string ByName { get; set; } = "";
    public string Words { get; set; } = "";
    public List<ScoredUnit> Units { get; set; } = [];
}

/// <summary>A unit's score as it is shown, exported and kept, with every point.</summary>
public sealed record ScoredUnit
{
    public required Guid UnitId { get; init; }
    public required string Name { get; init; }
    public required decimal Base { get; init; }
    public required decimal Plus { get; init; }
    public required decimal Minus { get; init; }
    public required decimal Total { get; init; }
    public required IReadOnlyList<ScoredSum> Sums { get; init; }
    public required IReadOnlyList<ScoredPoint> Points { get; init; }
}

public sealed record ScoredSum(ScoreGround Ground, decimal Points, decimal Cap, decimal Sum, decimal Counted);

/// <summary>A point with its ground: the day, the task, and what the sentence needs.</summary>
public sealed record ScoredPoint
{
    public required ScoreGround Ground { get; init; }
    public required string Key { get; init; }
    public required DateOnly Day { get; init; }
    public required bool IsCooperating { get; init; }
    public required decimal Value { get; init; }
    public IReadOnlyList<ScoredTask> Tasks { get; init; } = [];

    /// <summary>Where it can be looked up beside its tasks; may be empty.</summary>
    public string Link { get; init; } = "";

    /// <summary>What the sentence says beside its words: days, the number of a week, how many reports.</summary>
    public int Number { get; init; }

    /// <summary>A deadline, a cut-off, the day for an answer.</summary>
    public DateOnly? On { get; init; }

    /// <summary>A reason, the name of a round, a leader, an order's number, what was praised.</summary>
    public string Words { get; init; } = "";
    public Struck? Struck { get; init; }
}

public sealed record ScoredTask(Guid Id, string Name);

public sealed record Struck(Guid StrikeId, string Reason, string ByName, DateOnly On);
