using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Where neither title nor signature names a year: the year of most days in the tables.</summary>
internal static partial class YearsInTables
{
    private const int LongestCell = 200;

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)[年/.-]\d{1,2}(?!\d)")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"(?<year>20\d\d)年(?!(?:\d{1,2}月)?(?:以来|起|以后|之后|至今))")]
    private static partial Regex NamedYear();

    /// <summary>The year that the text names most often; where several are named alike, the latest.</summary>
    public static (int First, int Last)? Mentioned(string plain)
    {
        var years = NamedYear().Matches(plain)
            .Select(match => int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .CountBy(year => year).OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).Take(1).ToList();
        return years.Count == 0 ? null : (years[0].Key, years[0].Key);
    }

    /// <summary>From the earliest year in which something is due to the one that is named most often.</summary>
    public static (int First, int Last)? Of(Flow flow)
    {
        var counts = new Dictionary<int, int>();
        var due = int.MaxValue;
        foreach (var grid in flow.Tables.Select(table => table.Grid))
        {
            var header = TableColumns.FindHeader(grid);
            foreach (var cell in grid.Rows.SelectMany(row => row.Cells).Where(cell => !cell.Continues && cell.Text.Length < LongestCell))
            {
                foreach (Match match in YearAndMonth().Matches(cell.Text.Plain))
                {
                    var year = int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                    counts[year] = counts.GetValueOrDefault(year) + 1;
                    if (header?.Columns.GetValueOrDefault(cell.Column, ColumnMeaning.Ignored) == ColumnMeaning.Time) due = Math.Min(due, year);
                }
            }
        }

        if (counts.Count == 0) return null;
        var most = counts.OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).First().Key;
        return (Math.Min(due, most), most);
    }
}
