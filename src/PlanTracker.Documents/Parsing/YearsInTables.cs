using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Parsing;

/// <summary>Where neither title nor signature names a year: the year of most days in the tables.</summary>
internal static partial class YearsInTables
{
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

    public static (int First, int Last)? Of(Flow flow)
    {
        var counts = new Dictionary<int, int>();
        foreach (var cell in flow.Tables.SelectMany(table => table.Grid.Rows).SelectMany(row => row.Cells)
            .Where(cell => !cell.Continues && cell.Text.Length < 200))
        {
            foreach (Match match in YearAndMonth().Matches(cell.Text.Plain))
            {
                var year = int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                counts[year] = counts.GetValueOrDefault(year) + 1;
            }
        }

        return counts.Count == 0 ? null
            : counts.OrderByDescending(count => count.Value).ThenByDescending(count => count.Key).First().Key is var most ? (most, most) : null;
    }
}
