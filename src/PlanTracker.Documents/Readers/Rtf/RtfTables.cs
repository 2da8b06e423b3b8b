using System.Globalization;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers.Doc;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Rtf;

/// <summary>Puts paragraphs, cells and rows where they belong; tables inside of cells have a level of their own.</summary>
internal sealed class RtfTables(ReadingLimits limits)
{
    private readonly List<Piece> body = [];
    private readonly List<Level> levels = [];
    private int parts;

    /// <summary>The row that is being described.</summary>
    public RtfRow Row { get; private set; } = new();

    public void BeginRow() => Row = new RtfRow();

    /// <param name="depth">Of how many tables the paragraph is inside.</param>
    public void Add(ParagraphPiece paragraph, int depth)
    {
        Count();
        At(depth);
        (depth == 0 ? body : levels[depth - 1].Cell).Add(paragraph);
    }

    public void EndCell(int depth)
    {
        At(depth);
        var level = levels[depth - 1];
        level.Cells.Add([.. level.Cell]);
        level.Cell.Clear();
    }

    public void EndRow(int depth)
    {
        Count();
        At(depth);
        var level = levels[depth - 1];
        if (level.Cells.Count > 0)
            level.Rows.Add([.. level.Cells], Row.Place());
        level.Cells.Clear();
        level.Cell.Clear();
    }

    public List<Piece> Close()
    {
        At(0);
        return body;
    }

    /// <summary>Opens levels down to a depth, and closes those that lie deeper: their tables end in the cell, or the body, around them.</summary>
    private void At(int depth)
    {
        if (depth > limits.MaxDepth)
            throw new UnreadableException(DiagnosticKind.TooDeep, limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        while (levels.Count > depth)
        {
            var level = levels[^1];
            levels.RemoveAt(levels.Count - 1);
            if (level.Cell.Count > 0)
                level.Cells.Add([.. level.Cell]);
            if (level.Cells.Count > 0)
                level.Rows.Add([.. level.Cells], Row.Place());
            var rows = level.Rows.Rows();
            if (rows.Count > 0)
                (levels.Count == 0 ? body : levels[^1].Cell).Add(new TablePiece(rows));
        }
        while (levels.Count < depth)
            levels.Add(new Level());
    }

    private void Count()
    {
        if (++parts > limits.MaxBlocks)
            throw new UnreadableException(DiagnosticKind.TooManyParts, limits.MaxBlocks.ToString(CultureInfo.InvariantCulture));
    }

    private sealed class Level
    {
        public DocTable Rows { get; } = new();
        public List<IReadOnlyList<Piece>> Cells { get; } = [];
        public List<Piece> Cell { get; } = [];
    }
}

/// <summary>How a row says that its cells lie.</summary>
internal sealed class RtfRow
{
    private const int MostCells = 256;

    private readonly List<int> edges = [0];
    private readonly List<(bool Left, bool Above)> merged = [];
    private (bool Left, bool Above) next;

    public bool IsHeader { get; set; }

    public int Left
    {
        set => edges[0] = value;
    }

    public void MergeLeft() => next.Left = true;

    public void MergeAbove() => next.Above = true;

    public void EndCell(int right)
    {
        if (merged.Count == MostCells)
            return;
        edges.Add(Math.Max(right, edges[^1]));
        merged.Add(next);
        next = default;
    }

    public TablePlace Place() => new() { Edges = [.. edges], Merged = [.. merged], IsHeader = IsHeader };
}
