using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Doc;

/// <summary>Rows of a table, which each say where their cells lie, on one grid of columns.</summary>
internal sealed class DocTable
{
    /// <summary>Edges nearer to each other are one, in twentieths of a point (about 2.5 mm).</summary>
    private const int Near = 140;

    private readonly List<(List<IReadOnlyList<Piece>> Cells, TablePlace Place)> rows = [];

    public void Add(List<IReadOnlyList<Piece>> cells, TablePlace place) => rows.Add((cells, place));

    public List<RowPiece> Rows()
    {
        var grid = Grid();
        return [.. rows.Select(row => Row(row.Cells, row.Place, grid))];
    }

    private List<int> Grid()
    {
        var grid = new List<int>();
        foreach (var edge in rows.SelectMany(static row => row.Place.Edges).Distinct().Order())
        {
            if (grid.Count == 0 || edge - grid[^1] > Near)
                grid.Add(edge);
        }
        return grid;
    }

    private static RowPiece Row(List<IReadOnlyList<Piece>> contents, TablePlace place, List<int> grid)
    {
        var cells = new List<CellPiece>();
        var next = 0;
        for (var i = 0; i < contents.Count; i++)
        {
            var (left, above) = i < place.Merged.Length ? place.Merged[i] : default;
            var placed = i + 1 < place.Edges.Count;
            var column = Math.Max(next, placed ? Column(grid, place.Edges[i]) : next);
            var span = placed ? Math.Max(1, Column(grid, place.Edges[i + 1]) - column) : 1;
            next = column + span;
            if (left && cells.Count > 0)
                cells[^1] = cells[^1] with { ColumnSpan = next - cells[^1].Column };
            else
                cells.Add(new CellPiece(column, span, above, above ? [] : contents[i]));
        }
        return new RowPiece(cells, place.IsHeader);
    }

    private static int Column(List<int> grid, int edge)
    {
        var found = grid.BinarySearch(edge);
        if (found >= 0)
            return found;
        var after = ~found;
        return after > 0 && (after == grid.Count || edge - grid[after - 1] <= grid[after] - edge) ? after - 1 : after;
    }
}
