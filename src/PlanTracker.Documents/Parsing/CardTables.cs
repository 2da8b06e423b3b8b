using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tables whose heads stand at the left of what they head: one task a card (任务名称 | 修渠, 牵头单位 | 县水利局), two heads in a row
/// (任务名称 | 修渠 | 完成时限 | 5月底), or one task a column.</summary>
internal static class CardTables
{
    private const int LongestLabel = 10;

    /// <summary>The same with its heads in the first row; null where the table is no card.</summary>
    public static Grid? Upright(Grid grid)
    {
        var rows = grid.Rows.Where(row => row.Cells.Any(cell => cell.Text.Trim().Length > 0)).ToList();
        var labelled = rows.Where(row => row.Cells.Count > 1 && row.Cells[0].Column == 0 && LabelOf(row.Cells[0]) is not null).ToList();
        if (labelled.Count < 3 || 2 * labelled.Count < rows.Count || !IsCard(labelled)) return null;
        var pairs = 2 * labelled.Count(row => row.Cells.Count >= 4 && row.Cells.Count % 2 == 0 && LabelOf(row.Cells[2]) is not null)
                >= labelled.Count - 1
            || labelled.TrueForAll(row => row.Cells.Count == 2);
        var cards = pairs ? Cards(labelled) : Columns(labelled);
        var heads = cards.SelectMany(card => card).DistinctBy(field => ColumnWording.Bare(field.Label.Plain)).Select(field => field.Label).ToList();
        var columns = heads.Index().ToDictionary(head => ColumnWording.Bare(head.Item.Plain), head => head.Index, StringComparer.Ordinal);
        var upright = new List<GridRow> { new([.. heads.Select((head, column) => new GridCell(head, column))]) };
        foreach (var card in cards)
        {
            upright.Add(new GridRow([.. card.Where(field => !field.Words.Continues || !pairs)
                .Select(field => field.Words with { Column = columns[ColumnWording.Bare(field.Label.Plain)], ColumnSpan = 1, Continues = false })
                .OrderBy(cell => cell.Column)]));
        }

        return new Grid(upright, IsCard: true);
    }

    private sealed record Field(MappedText Label, GridCell Words);

    private static ColumnMeaning? LabelOf(GridCell cell) =>
        cell.Text.Trim() is { Length: > 0 and <= LongestLabel } label ? ColumnWording.MeaningOf(label.Plain.TrimEnd(':')) : null;

    // A wording, and two of body, leader and time.
    private static bool IsCard(List<GridRow> rows)
    {
        var meanings = rows.SelectMany(row => row.Cells.Where((_, at) => at % 2 == 0)).Select(LabelOf).OfType<ColumnMeaning>().ToHashSet();
        return rows.Select(row => LabelOf(row.Cells[0])).Any(meaning => meaning is not null && ShiftedRows.HoldsBodies(meaning.Value))
            && meanings.Any(meaning => meaning is ColumnMeaning.Content or ColumnMeaning.Target)
            && meanings.Count(meaning => ShiftedRows.HoldsBodies(meaning) || meaning is ColumnMeaning.Leader or ColumnMeaning.Time) >= 2;
    }

    // The first label printed again begins another card.
    private static List<List<Field>> Cards(List<GridRow> rows)
    {
        var cards = new List<List<Field>>();
        foreach (var row in rows)
        {
            for (var at = 0; at + 1 < row.Cells.Count; at += 2)
            {
                var label = row.Cells[at].Text.Squeeze();
                if (label.Length == 0) continue;
                if (cards.Count == 0 || cards[^1].Exists(field => field.Label.Plain == label.Plain && !row.Cells[at].Continues)) cards.Add([]);
                cards[^1].Add(new Field(label, row.Cells[at + 1]));
            }
        }

        return cards;
    }

    private static List<List<Field>> Columns(List<GridRow> rows)
    {
        var columns = rows.Max(row => row.Cells[^1].Column + row.Cells[^1].ColumnSpan);
        return [.. Enumerable.Range(1, Math.Min(columns - 1, MostColumns))
            .Select(column => rows.Where(row => row.CellAt(column) is not null)
                .Select(row => new Field(row.Cells[0].Text.Squeeze(), row.CellAt(column)!)).ToList())];
    }

    private const int MostColumns = 40;
}
