using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>The columns of a table without ruled lines: the words at their heads, and what the lines that belong to it leave open between them.</summary>
internal sealed class AlignedColumns
{
    private const int LeastColumns = 3;
    private const int LongestHead = 8;
    private const double WordGap = 0.6;
    private const double LeastGutter = 0.4;
    private const double Edge = 1.5;

    private readonly List<(double From, double To)>[] open;
    private readonly double least;

    private AlignedColumns(IReadOnlyList<ColumnMeaning> meanings, List<(double From, double To)>[] open, double least, double left, double right)
    {
        (Meanings, this.open, this.least) = (meanings, open, least);
        (Left, Right) = (left, right);
    }

    public IReadOnlyList<ColumnMeaning> Meanings { get; }
    public double Left { get; private set; }
    public double Right { get; private set; }

    /// <summary>Null where the lines are not the head of a table of tasks: each word must name a column, one of them the task and one who or when.</summary>
    public static AlignedColumns? Of(IReadOnlyList<TextLine> lines)
    {
        var heads = Heads(lines);
        if (heads.Count < LeastColumns || lines.Any(static line => line.Recognized.Count > 0))
            return null;
        var meanings = heads.Select(static head => head.Text.Length <= LongestHead ? ColumnWording.MeaningOf(head.Text) : null).OfType<ColumnMeaning>().ToList();
        if (meanings.Count < heads.Count || !meanings.Exists(static meaning => meaning is ColumnMeaning.Content or ColumnMeaning.Target)
            || !meanings.Exists(IsAnswer) || meanings.Count(static meaning => meaning == ColumnMeaning.Number) > 1)
        {
            return null;
        }
        var open = heads.Zip(heads.Skip(1), static (a, b) => new List<(double From, double To)> { (a.Box.Centre, b.Box.Centre) }).ToArray();
        var columns = new AlignedColumns(meanings, open, LeastGutter * lines[0].Em, lines.Min(static line => line.Box.Left), lines.Max(static line => line.Box.Right));
        return lines.All(columns.Take) ? columns : null;
    }

    /// <summary>Whether the words of a line leave every gutter open; the gutters are then what it leaves of them.</summary>
    public bool Take(TextLine line)
    {
        var left = open.Select(gutter => Without(gutter, line).Where(IsWide).ToList()).ToList();
        if (left.Exists(static gutter => gutter.Count == 0))
            return false;
        for (var i = 0; i < open.Length; i++)
            open[i] = left[i];
        (Left, Right) = (Math.Min(Left, line.Box.Left), Math.Max(Right, line.Box.Right));
        return true;
    }

    public bool Fits(TextLine line) => open.All(gutter => Without(gutter, line).Exists(IsWide));

    /// <summary>The columns of a table that goes on: its gutters are those that both parts leave open. Null where there are none.</summary>
    public AlignedColumns? With(AlignedColumns other)
    {
        if (open.Length != other.open.Length)
            return null;
        var both = open.Zip(other.open, (a, b) => a.SelectMany(x => b.Select(y => (From: Math.Max(x.From, y.From), To: Math.Min(x.To, y.To)))).Where(IsWide).ToList()).ToArray();
        return Array.TrueForAll(both, static gutter => gutter.Count > 0)
            ? new AlignedColumns(Meanings, both, least, Math.Min(Left, other.Left), Math.Max(Right, other.Right))
            : null;
    }

    public AlignedColumns Copy() => new(Meanings, [.. open.Select(static gutter => gutter.ToList())], least, Left, Right);

    /// <summary>Left and right of each column: a wall stands where the words left of it end, so that what fills its cell can be told.</summary>
    public List<double> Walls() =>
        [Left - Edge, .. open.Select(static gutter => gutter.MaxBy(static x => x.To - x.From)).Select(static x => x.From + Math.Min(Edge, (x.To - x.From) / 2)), Right + Edge];

    public static bool IsAnswer(ColumnMeaning meaning) =>
        meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed or ColumnMeaning.Leader or ColumnMeaning.Time;

    private bool IsWide((double From, double To) gutter) => gutter.To - gutter.From >= least;

    private static List<(double From, double To)> Without(List<(double From, double To)> gutter, TextLine line)
    {
        var left = gutter;
        foreach (var word in line.Words)
        {
            var next = new List<(double From, double To)>();
            foreach (var (from, to) in left)
            {
                if (word.Box.Right <= from || word.Box.Left >= to)
                    next.Add((from, to));
                else
                    next.AddRange(new[] { (From: from, To: word.Box.Left), (From: word.Box.Right, To: to) }.Where(static x => x.To > x.From));
            }
            left = next;
        }
        return left;
    }

    // 完成   A head that is too long for its column stands on two lines.
    // 时限
    private static List<(string Text, Box Box)> Heads(IReadOnlyList<TextLine> lines)
    {
        var heads = new List<(string Text, Box Box)>();
        foreach (var part in lines.SelectMany(Parts))
        {
            var above = heads.FindIndex(head => head.Box.Left < part.Box.Right && part.Box.Left < head.Box.Right);
            if (above >= 0)
                heads[above] = (heads[above].Text + part.Text, heads[above].Box.With(part.Box));
            else
                heads.Add(part);
        }
        heads.Sort(static (a, b) => a.Box.Left.CompareTo(b.Box.Left));
        return heads;
    }

    // 序　号: heads of two characters are drawn out.
    private static List<(string Text, Box Box)> Parts(TextLine line)
    {
        var parts = new List<(string Text, Box Box)>();
        foreach (var word in line.Words)
        {
            var gap = parts.Count == 0 ? double.MaxValue : word.Box.Left - parts[^1].Box.Right;
            if (gap <= WordGap * line.Em || (parts.Count > 0 && parts[^1].Text.Length == 1 && word.Text.Length == 1 && gap < 2.5 * line.Em))
                parts[^1] = (parts[^1].Text + word.Text, parts[^1].Box.With(word.Box));
            else
                parts.Add((word.Text, word.Box));
        }
        return parts;
    }
}
