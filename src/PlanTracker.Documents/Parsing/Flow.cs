using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>The running text of a document, one line a paragraph, without noise and hard line ends; and its tables in order.</summary>
/// <param name="OneLine">The page came as one long line, so that a blank may stand for a lost line end.</param>
/// <param name="Headings">Where the format itself marks a heading that has no number, in order; bold lines come after all levels.</param>
internal sealed record Flow(MappedText Text, IReadOnlyList<PlacedGrid> Tables, bool OneLine, IReadOnlyList<(int At, int Level)> Headings)
{
    /// <summary>A web page, whose menus stand before its title.</summary>
    public bool IsPage { get; init; }

    /// <summary>A blank ends the heading of an item: on a page of one line, and where the items of a text are printed so.</summary>
    public bool BlanksEndTitles { get; } = OneLine || HeadingsBeforeBlanks.AreUsual(Text.Plain);

    public RoleNotes Notes => field ??= RoleNotes.Of(this);
}

/// <param name="At">Position in the running text where the table stood.</param>
internal sealed record PlacedGrid(Grid Grid, int At);

/// <param name="IsCard">It is one of several that hold a task each.</param>
/// <param name="RunTogether">Its cells came without separators; where one ends and the next begins was guessed.</param>
internal sealed record Grid(IReadOnlyList<GridRow> Rows, bool RunTogether = false, bool IsCard = false);

internal sealed record GridRow(IReadOnlyList<GridCell> Cells, bool MarkedHeader = false)
{
    public GridCell? CellAt(int column) => Cells.FirstOrDefault(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan);
}

/// <param name="Continues">The lower part of a cell merged over rows; its words are those of the upper part.</param>
internal sealed record GridCell(MappedText Text, int Column, int ColumnSpan = 1, bool Continues = false);
