using PlanTracker.Documents.Readers.Pages;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>Finds the ruled lines among the lines that a page draws: level or upright ones, edges of drawn rectangles, and thin filled ones.</summary>
internal static class OfdPath
{
    /// <summary>In millimetres: what is thinner is a line, what is shorter is none.</summary>
    private const double Thin = 1.0;
    private const double Short = 2.0;
    private const double Slant = 0.3;
    private const int MostRules = 200_000;

    public static void AddRules(string data, OfdMatrix matrix, bool stroked, bool filled, List<Rule> rules)
    {
        var words = data.Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries);
        var corners = new List<(double X, double Y)>();
        var straight = true;
        void End(bool closed)
        {
            if (corners.Count > 1 && straight)
                Add(corners, closed, stroked, filled, rules);
            corners.Clear();
            straight = true;
        }

        for (var i = 0; i < words.Length && rules.Count < MostRules;)
        {
            var sign = words[i++];
            switch (sign)
            {
                case "M" or "S":
                    End(closed: false);
                    Take(words, ref i, 2, matrix, corners);
                    break;
                case "L":
                    Take(words, ref i, 2, matrix, corners);
                    break;
                case "Q" or "B" or "A":
                    straight = false;
                    Take(words, ref i, sign == "Q" ? 4 : sign == "B" ? 6 : 7, matrix, corners);
                    break;
                case "C":
                    End(closed: true);
                    break;
            }
        }
        End(closed: false);
    }

    // The point where a step ends stands last.
    private static void Take(string[] words, ref int at, int count, OfdMatrix matrix, List<(double X, double Y)> corners)
    {
        if (at + count <= words.Length && OfdValues.Number(words[at + count - 2]) is { } x && OfdValues.Number(words[at + count - 1]) is { } y)
            corners.Add(matrix.Apply(x, y));
        at += count;
    }

    private static void Add(List<(double X, double Y)> corners, bool closed, bool stroked, bool filled, List<Rule> rules)
    {
        var (left, right) = (corners.Min(static x => x.X), corners.Max(static x => x.X));
        var (top, bottom) = (corners.Min(static x => x.Y), corners.Max(static x => x.Y));
        if (corners.Count > 2 && (right - left < Thin || bottom - top < Thin))
        {
            if (bottom - top < right - left)
                Add(left, (top + bottom) / 2, right, (top + bottom) / 2, rules);
            else
                Add((left + right) / 2, top, (left + right) / 2, bottom, rules);
            return;
        }
        if (!stroked && filled)
            return;
        for (var i = 1; i < corners.Count; i++)
            AddLine(corners[i - 1], corners[i], rules);
        if (closed)
            AddLine(corners[^1], corners[0], rules);
    }

    private static void AddLine((double X, double Y) from, (double X, double Y) to, List<Rule> rules)
    {
        var (across, down) = (Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        if (down < Slant)
            Add(Math.Min(from.X, to.X), (from.Y + to.Y) / 2, Math.Max(from.X, to.X), (from.Y + to.Y) / 2, rules);
        else if (across < Slant)
            Add((from.X + to.X) / 2, Math.Min(from.Y, to.Y), (from.X + to.X) / 2, Math.Max(from.Y, to.Y), rules);
    }

    private static void Add(double left, double top, double right, double bottom, List<Rule> rules)
    {
        if (Math.Max(right - left, bottom - top) >= Short)
            rules.Add(new Rule(left * OfdPage.Point, top * OfdPage.Point, right * OfdPage.Point, bottom * OfdPage.Point));
    }
}
