using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>Parts the lines of a table without ruled lines into rows: by wider distances, by numbers that stand at the head of their rows, or by numbers that
/// stand in the middle of them. Where none of these tells, there are no rows.</summary>
internal sealed partial class AlignedRows
{
    private const double Wider = 1.25;

    private readonly IReadOnlyList<TextLine> lines;
    private readonly List<string[]> cells;
    private readonly List<double> walls;
    private readonly int number;
    private readonly int content;

    private AlignedRows(IReadOnlyList<TextLine> lines, AlignedColumns columns)
    {
        this.lines = lines;
        walls = columns.Walls();
        number = columns.Meanings.ToList().IndexOf(ColumnMeaning.Number);
        content = columns.Meanings.ToList().FindIndex(static meaning => meaning is ColumnMeaning.Content or ColumnMeaning.Target);
        cells = [.. lines.Select(line => Enumerable.Range(0, walls.Count - 1).Select(column => string.Concat(In(line, column).Select(static word => word.Text))).ToArray())];
    }

    /// <summary>The first line of each row.</summary>
    /// <param name="groups">Lines that are a row of their own.</param>
    /// <param name="goesOn">The rows go on from a page before, which may have cut one.</param>
    public static List<int>? Of(List<TextLine> lines, HashSet<TextLine> groups, AlignedColumns columns, bool goesOn)
    {
        var starts = new List<int>();
        for (int from = 0, to; from < lines.Count; from = to)
        {
            to = from;
            while (to < lines.Count && !groups.Contains(lines[to]))
                to++;
            if (to == from)
            {
                starts.Add(to++);
                continue;
            }
            var rows = new AlignedRows(lines.GetRange(from, to - from), columns);
            if ((rows.number < 0 ? rows.ByFullLines() : rows.Numbered(goesOn && from == 0)) is not { } its)
                return null;
            starts.AddRange(its.Select(start => start + from));
        }
        return starts;
    }

    public static IEnumerable<PageWord> In(TextLine line, List<double> walls, int column) =>
        line.Words.Where(word => word.Box.Centre >= walls[column] && word.Box.Centre < walls[column + 1]);

    private IEnumerable<PageWord> In(TextLine line, int column) => In(line, walls, column);

    private List<int>? Numbered(bool goesOn)
    {
        var numbers = Enumerable.Range(0, lines.Count).Where(i => cells[i][number].Length > 0).ToList();
        if (numbers.Count == 0 || numbers.Exists(i => !Number().IsMatch(cells[i][number])))
            return null;
        if (ByDistance() is { } apart && apart.Zip(apart.Skip(1).Append(lines.Count)).All(row => numbers.Count(i => i >= row.First && i < row.Second) == 1))
            return apart;
        var atHead = numbers[0] == 0 ? numbers : goesOn ? [0, .. numbers] : null;
        var inMiddle = InMiddle(numbers);
        return atHead is null || inMiddle is null ? atHead ?? inMiddle : Broken(inMiddle) < Broken(atHead) ? inMiddle : atHead;
    }

    private List<int>? ByDistance()
    {
        var steps = lines.Zip(lines.Skip(1), static (a, b) => b.Box.Middle - a.Box.Middle).ToList();
        var sorted = steps.Where(static step => step > 0).Order().ToList();
        if (sorted.Count < 2)
            return null;
        var at = Enumerable.Range(1, sorted.Count - 1).MaxBy(i => sorted[i] / sorted[i - 1]);
        return sorted[at] < Wider * sorted[at - 1] ? null : [0, .. Enumerable.Range(1, steps.Count).Where(i => steps[i - 1] >= sorted[at])];
    }

    // A row reaches as far below the line with its number as above it.
    private List<int>? InMiddle(List<int> numbers)
    {
        var starts = new List<int>();
        var start = 0;
        foreach (var at in numbers)
        {
            if (at < start)
                return null;
            starts.Add(start);
            var end = lines[at].Box.Middle + (lines[at].Box.Middle - lines[start].Box.Middle) + (0.4 * lines[at].Em);
            while (start < lines.Count && lines[start].Box.Middle <= end)
                start++;
        }
        return start == lines.Count ? starts : null;
    }

    /// <summary>How many rows would end within the wording of their task.</summary>
    private int Broken(List<int> starts) => starts.Skip(1).Count(start =>
    {
        var last = Enumerable.Range(0, start).LastOrDefault(i => cells[i][content].Length > 0, -1);
        var next = Enumerable.Range(start, lines.Count - start).FirstOrDefault(i => cells[i][content].Length > 0, -1);
        return last >= 0 && next >= 0 && RunsOn(last, next);
    });

    private bool RunsOn(int last, int next)
    {
        var (above, below) = (new TextLine(0, [.. In(lines[last], content)]), new TextLine(0, [.. In(lines[next], content)]));
        return !LineJoin.EndsWithStop(above.Text) && LineJoin.IsFull(above, below, walls[content + 1] - above.Box.Left);
    }

    // Without numbers, a row begins where most of its cells do.
    private List<int>? ByFullLines()
    {
        bool IsFull(int line) => cells[line][content].Length > 0 && 3 * cells[line].Count(static cell => cell.Length > 0) >= 2 * cells[line].Length;
        if (ByDistance() is { } apart && apart.TrueForAll(start => cells[start][content].Length > 0))
            return apart;
        return IsFull(0) ? [.. Enumerable.Range(0, lines.Count).Where(IsFull)] : null;
    }

    // 1   （1）   1.   十二
    [GeneratedRegex(@"^[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})[)）.、．]?$")]
    private static partial Regex Number();
}
