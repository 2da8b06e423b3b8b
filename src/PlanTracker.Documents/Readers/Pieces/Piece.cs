namespace PlanTracker.Documents.Readers.Pieces;

/// <summary>What a reader found, before it has a place in the text.</summary>
internal abstract record Piece;

/// <param name="Words">Without the computed label.</param>
/// <param name="Label">The number that the format itself computed, as shown.</param>
/// <param name="Gap">What stands between label and words.</param>
internal sealed record ParagraphPiece(
    string Words, string Label = "", string Gap = "", int? HeadingLevel = null, bool Centred = false, bool Bold = false) : Piece
{
    /// <summary>Words that were recognized from a picture; their places are those in <see cref="Words"/>.</summary>
    public IReadOnlyList<RecognizedWords> Recognized { get; init; } = [];
}

/// <param name="Confidence">How sure the recognition was, 0–100.</param>
internal readonly record struct RecognizedWords(int Start, int End, int Confidence);

internal sealed record TablePiece(IReadOnlyList<RowPiece> Rows) : Piece;

internal sealed record RowPiece(IReadOnlyList<CellPiece> Cells, bool MarkedHeader = false);

/// <param name="Content">Empty where the cell continues the one above.</param>
internal sealed record CellPiece(int Column, int ColumnSpan, bool ContinuesAbove, IReadOnlyList<Piece> Content);
