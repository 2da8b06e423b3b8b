namespace PlanTracker.Domain.Measures;

/// <summary>A number with what it is out of, which is always shown beside it.</summary>
/// <param name="Denominator">Null for a plain count that is out of nothing.</param>
public readonly record struct MeasureValue(int Numerator, int? Denominator)
{
    /// <summary>Null where there is nothing to divide by: shown as —, never as 0 or 100 %.</summary>
    public decimal? Quotient => Denominator is null or 0 ? null : (decimal)Numerator / Denominator;
}
