using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Measures;

/// <summary>Lead and responsible counted apart from cooperating; the two are never added into one rate.</summary>
public readonly record struct SidedTally(Tally Lead, Tally Cooperating)
{
    public static SidedTally operator +(SidedTally left, SidedTally right) => Add(left, right);

    public static SidedTally Add(SidedTally left, SidedTally right) => new(left.Lead + right.Lead, left.Cooperating + right.Cooperating);

    public static SidedTally Of(IEnumerable<MeasureFacts> facts, DateOnly day, int silentDays) => facts.Aggregate(
        default(SidedTally),
        (sum, one) => one.Role == Role.Cooperating
            ? sum with { Cooperating = sum.Cooperating + Tally.Of(one, day, silentDays) }
            : sum with { Lead = sum.Lead + Tally.Of(one, day, silentDays) });
}
