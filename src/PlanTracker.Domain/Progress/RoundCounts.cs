namespace PlanTracker.Domain.Progress;

/// <summary>How many cells of a round stand how. What is not asked counts nowhere.</summary>
/// <param name="Asked">Of which something was to be sent in: all the others are parts of it.</param>
/// <param name="Reported">Came, late ones too.</param>
public readonly record struct RoundCounts(int Asked, int Reported, int Late, int Returned, int NotReported)
{
    public int Missing => Returned + NotReported;

    public static RoundCounts Of(IEnumerable<RoundCell> cells) => cells.Aggregate(default(RoundCounts), (sum, cell) => sum.And(cell));

    private RoundCounts And(RoundCell cell) => new(
        Asked + One(cell.IsAsked),
        Reported + One(cell.IsAsked && !cell.IsMissing),
        Late + One(cell == RoundCell.Late),
        Returned + One(cell == RoundCell.Returned),
        NotReported + One(cell == RoundCell.NotReported));

    private static int One(bool holds) => holds ? 1 : 0;
}
