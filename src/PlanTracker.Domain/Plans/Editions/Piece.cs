namespace PlanTracker.Domain.Plans.Editions;

public enum PieceKind
{
    Same,
    Deleted,
    Inserted,
}

/// <summary>A stretch of words that two wordings share, or that only one of them has.</summary>
public readonly record struct Piece(PieceKind Kind, string Words);
