using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Rows of a text table whose left cells were merged with those above and are not printed again: what is left of them begins in the
/// first column, under a foreign head.</summary>
internal static class ShiftedRows
{
    public static List<GridRow> Aligned(List<GridRow> rows)
    {
        if (TableColumns.FindHeader(new Grid(rows)) is not { } header) return rows;
        var witnesses = header.Columns.Where(column => column.Value == ColumnMeaning.Time || HoldsBodies(column.Value)).ToList();
        // A time and a body must both be found under their heads before a row is moved.
        if (!witnesses.Exists(column => column.Value == ColumnMeaning.Time) || witnesses.TrueForAll(column => column.Value == ColumnMeaning.Time))
            return rows;
        var aligned = rows.Take(header.FirstRow).ToList();
        foreach (var row in rows.Skip(header.FirstRow))
            aligned.Add(aligned.Count > header.FirstRow ? Moved(row, aligned[^1], header, witnesses) : row);
        return aligned;
    }

    private static GridRow Moved(GridRow row, GridRow above, TableHeader header, List<KeyValuePair<int, ColumnMeaning>> witnesses)
    {
        var words = row.Cells.Select(cell => cell.Text).ToList();
        while (words.Count > 0 && words[^1].Trim().Length == 0) words.RemoveAt(words.Count - 1);
        if (words.Count == 0 || words.Exists(cell => cell.Trim().Length == 0)) return row;
        for (var by = 0; words.Count + by <= header.LastColumn + 1; by++)
        {
            if (!witnesses.TrueForAll(column => Fits(words, column.Key - by, column.Value))) continue;
            if (by == 0) return row;
            return new GridRow(
                [.. above.Cells.Take(by).Select(cell => cell with { Continues = true }), .. words.Select((cell, at) => new GridCell(cell, at + by))]);
        }

        return row;
    }

    private static bool Fits(List<MappedText> words, int at, ColumnMeaning meaning)
    {
        if (at < 0 || at >= words.Count) return false;
        var plain = words[at].Squeeze().Plain;
        return meaning == ColumnMeaning.Time ? IsTime(plain) : IsBodies(plain);
    }

    public static bool IsTime(string plain) => DateWordings.FindIn(plain).Count > 0 || DateWordings.FindShortest(plain) is not null
        || RecurrenceWording.Find(plain) is not null || RecurrenceWording.FindOngoing(plain, DatePlace.TimeField) is not null;

    public static bool IsBodies(string plain) => plain.Length <= 120 && (plain.EndsWith('等') ? plain[..^1] : plain).Split('、', ',', ';', '/') is var names
        && Array.TrueForAll(names, name => UnitNames.IsPlausible(name) && (UnitNames.LooksComplete(name) || UnitNames.IsGroup(name)));

    public static bool HoldsBodies(ColumnMeaning meaning) =>
        meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed;
}
