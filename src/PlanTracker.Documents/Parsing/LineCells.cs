using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Shares the lines of a row among its columns, whose order they keep: as every line best fits what the head says of a column.</summary>
internal static class LineCells
{
    private const double EmptyCell = -1.5;

    /// <summary>The last wording of a row is its own; those before it may be merged with the row above.</summary>
    private const double NoWording = -6;

    private const int LongestTime = 40;

    private const int LongestGroup = 12;

    /// <summary>How well the lines make a row, to be compared with that of other lines.</summary>
    public static double Fit(IReadOnlyList<MappedText> lines, IReadOnlyList<ColumnMeaning> columns) =>
        Fill(lines, columns).Best[lines.Count, columns.Count];

    /// <returns>For every column its lines; several where a cell came in several lines, none where it was empty or merged with the one
    /// above.</returns>
    public static List<MappedText>[] Share(IReadOnlyList<MappedText> lines, IReadOnlyList<ColumnMeaning> columns)
    {
        var from = Fill(lines, columns).From;
        var shared = new List<MappedText>[columns.Count];
        for (int column = columns.Count, end = lines.Count; column > 0; end = from[end, column], column--)
            shared[column - 1] = [.. lines.Skip(from[end, column]).Take(end - from[end, column])];
        return shared;
    }

    private static (double[,] Best, int[,] From) Fill(IReadOnlyList<MappedText> lines, IReadOnlyList<ColumnMeaning> columns)
    {
        var plains = lines.Select(line => line.Squeeze().Plain).ToList();
        // best[l, c]: the first l lines shared among the first c columns; from[l, c]: how many of them the columns before c have.
        var best = new double[lines.Count + 1, columns.Count + 1];
        var from = new int[lines.Count + 1, columns.Count + 1];
        for (var line = 1; line <= lines.Count; line++) best[line, 0] = double.NegativeInfinity;
        var wording = columns.Index().Where(column => column.Item is ColumnMeaning.Content or ColumnMeaning.Target)
            .Select(column => column.Index + 1).LastOrDefault();
        for (var column = 1; column <= columns.Count; column++)
        {
            var empty = column == wording ? NoWording : columns[column - 1] == ColumnMeaning.Ignored ? EmptyCell / 5 : EmptyCell;
            for (var end = 0; end <= lines.Count; end++)
                (best[end, column], from[end, column]) = Best(best, plains, columns[column - 1], (column, end), empty);
        }

        return (best, from);
    }

    private static (double Score, int From) Best(double[,] best, List<string> plains, ColumnMeaning meaning, (int Column, int End) at, double empty)
    {
        var (column, end) = at;
        var found = (Score: best[end, column - 1] + empty, From: end);
        var fits = 0.0;
        for (var start = end - 1; start >= 0; start--)
        {
            fits += Fit(plains[start], meaning) - (start < end - 1 ? FurtherLine(meaning) : 0);
            if (best[start, column - 1] + fits > found.Score) found = (best[start, column - 1] + fits, start);
        }

        return found;
    }

    /// <summary>The words may stand under such a head.</summary>
    public static bool Fits(string plain, ColumnMeaning meaning) => Fit(plain, meaning) > 0;

    private static double Fit(string plain, ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.Number => plain.All(char.IsAsciiDigit) ? 3 : -3,
        _ when plain.AsSpan().Trim("/-—") is "" => 1,
        ColumnMeaning.Time => plain.Length <= LongestTime && ShiftedRows.IsTime(plain) ? 3 : -4,
        ColumnMeaning.Leader => plain.Split('、', ',').All(PersonNames.LooksLikeOne) ? 3 : -3,
        ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed =>
            AreBodies(plain) ? plain.Any(char.IsAsciiDigit) ? 0 : 3 : -3,
        ColumnMeaning.Group => plain.Length <= LongestGroup ? 1 : -2,
        ColumnMeaning.Content or ColumnMeaning.Target or ColumnMeaning.Stage => ShiftedRows.IsBodies(plain) ? -1
            : PersonNames.LooksLikeOne(plain) || plain.Length <= 14 && ShiftedRows.IsTime(plain) ? -2 : 2,
        _ => 0,
    };

    private static bool AreBodies(string plain) => ShiftedRows.IsBodies(plain.TrimEnd('、', ','))
        || (plain.Contains(':') && RoleWords.LabelInText().IsMatch(plain)) || RoleVerbs.AtEnd(plain).Length > 0;

    // Of several columns of bodies each but the last mostly has one.
    private static double FurtherLine(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.Lead => 1,
        ColumnMeaning.Leader or ColumnMeaning.Time => 0.8,
        ColumnMeaning.Content => 0.2,
        _ => 0.5,
    };
}
