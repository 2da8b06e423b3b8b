namespace PlanTracker.Documents.Readers.Pages;

/// <summary>A cell of a ruled table: rows From (inclusive) to To (exclusive) of its table, and its box between the lines.</summary>
internal sealed record RuledCell(int From, int To, Box Box);

/// <summary>Ruled lines that cross each other, and the cells between them. Where a line is missing between two cells they are one.</summary>
internal sealed record RuledGrid(Box Box, int Rows, IReadOnlyList<RuledCell> Cells)
{
    private const double Near = 3;
    private const double Open = 7;
    private const double LongAcross = 80;
    private const double LongDown = 40;
    private const int MostFields = 60_000;

    public static List<RuledGrid> Of(IReadOnlyList<Rule> rules) =>
        [.. Connected(rules).Select(Build).OfType<RuledGrid>().OrderBy(static grid => grid.Box.Top)];

    private static List<List<Rule>> Connected(IReadOnlyList<Rule> rules)
    {
        var across = rules.Where(static rule => rule.IsAcross).ToList();
        var down = rules.Where(static rule => !rule.IsAcross).ToList();
        var groups = new List<List<Rule>>();
        var left = new List<Rule>(down);
        while (left.Count > 0)
        {
            // Grown from one upright line: what touches it, what touches that, and so on.
            var group = new List<Rule> { left[^1] };
            left.RemoveAt(left.Count - 1);
            for (var i = 0; i < group.Count; i++)
            {
                var rule = group[i];
                var others = rule.IsAcross ? left : across;
                group.AddRange(others.Where(other => Touch(rule, other)));
                others.RemoveAll(other => Touch(rule, other));
            }
            if (group.Count(static rule => rule.IsAcross) >= 2)
                groups.Add(group);
        }
        return groups;
    }

    private static bool Touch(Rule a, Rule b) =>
        a.Left <= b.Right + Near && b.Left <= a.Right + Near && a.Top <= b.Bottom + Near && b.Top <= a.Bottom + Near;

    private static RuledGrid? Build(List<Rule> rules)
    {
        var (across, down) = WithoutStrokes(rules);
        if (down.Count == 0 || across.Count < 2)
            return null;
        var xs = Places(down.Select(static rule => rule.Left), across.Min(static rule => rule.Left), across.Max(static rule => rule.Right));
        var ys = Places(across.Select(static rule => rule.Top), down.Min(static rule => rule.Top), down.Max(static rule => rule.Bottom));
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MostFields)
            return null;
        var walls = new Walls(xs, ys, across, down);
        return new RuledGrid(new Box(xs[0], ys[0], xs[^1], ys[^1]), rows, Between(xs, ys, walls));
    }

    // The stroke of a character is short and stands free, or touches one line by chance: what is short must end at other lines on both sides.
    private static (List<Rule> Across, List<Rule> Down) WithoutStrokes(List<Rule> rules)
    {
        var across = rules.Where(static rule => rule.IsAcross).ToList();
        var down = rules.Where(static rule => !rule.IsAcross).ToList();
        int before;
        do
        {
            before = across.Count + down.Count;
            across.RemoveAll(line => line.Right - line.Left < LongAcross
                && !(down.Exists(wall => Touch(wall, line with { Right = line.Left })) && down.Exists(wall => Touch(wall, line with { Left = line.Right }))));
            down.RemoveAll(wall => wall.Bottom - wall.Top < LongDown
                && !(across.Exists(line => Touch(line, wall with { Bottom = wall.Top })) && across.Exists(line => Touch(line, wall with { Top = wall.Bottom }))));
        }
        while (across.Count + down.Count < before);
        return (across, down);
    }

    // The outer lines of a table may be left open: it then reaches as far as the lines that cross it.
    private static List<double> Places(IEnumerable<double> lines, double first, double last)
    {
        var places = new List<double>();
        foreach (var place in lines.Order())
        {
            if (places.Count == 0 || place - places[^1] > Near)
                places.Add(place);
        }
        if (places[0] - first > Open)
            places.Insert(0, first);
        if (last - places[^1] > Open)
            places.Add(last);
        return places;
    }

    private static List<RuledCell> Between(List<double> xs, List<double> ys, Walls walls)
    {
        var cells = new List<RuledCell>();
        var taken = new bool[ys.Count - 1, xs.Count - 1];
        for (var row = 0; row < ys.Count - 1; row++)
        {
            for (var column = 0; column < xs.Count - 1; column++)
            {
                if (taken[row, column])
                    continue;
                var right = column + 1;
                while (right < xs.Count - 1 && !taken[row, right] && !walls.LeftOf(row, right))
                    right++;
                var bottom = row + 1;
                while (bottom < ys.Count - 1 && walls.IsOneField(bottom, column, right))
                    bottom++;
                for (var i = row; i < bottom; i++)
                {
                    for (var j = column; j < right; j++)
                        taken[i, j] = true;
                }
                cells.Add(new RuledCell(row, bottom, new Box(xs[column], ys[row], xs[right], ys[bottom])));
            }
        }
        return cells;
    }

    private sealed class Walls(List<double> xs, List<double> ys, List<Rule> across, List<Rule> down)
    {
        private readonly List<Rule>[] upright = [.. xs.Select(x => down.Where(rule => Math.Abs(rule.Left - x) <= Near).ToList())];
        private readonly List<Rule>[] level = [.. ys.Select(y => across.Where(rule => Math.Abs(rule.Top - y) <= Near).ToList())];

        public bool LeftOf(int row, int column) =>
            Covered(upright[column].Select(static rule => (rule.Top, rule.Bottom)), ys[row], ys[row + 1]);

        /// <summary>No line above these columns of the row, none between them, and one (or the table's end) at both ends.</summary>
        public bool IsOneField(int row, int from, int to)
        {
            for (var column = from; column < to; column++)
            {
                if (Covered(level[row].Select(static rule => (rule.Left, rule.Right)), xs[column], xs[column + 1]))
                    return false;
                if (column > from && LeftOf(row, column))
                    return false;
            }
            return (from == 0 || LeftOf(row, from)) && (to == xs.Count - 1 || LeftOf(row, to));
        }

        private static bool Covered(IEnumerable<(double From, double To)> lines, double from, double to) =>
            lines.Sum(line => Math.Max(0, Math.Min(line.To, to) - Math.Max(line.From, from))) > 0.6 * (to - from);
    }
}
