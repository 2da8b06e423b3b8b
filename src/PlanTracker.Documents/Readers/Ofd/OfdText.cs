using System.Text;
using PlanTracker.Documents.Readers.Pages;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Ofd;

/// <summary>Places the characters of one text object and gathers them to words: what stands together without a blank or a gap.</summary>
/// <param name="matrix">Of the object, to millimetres on the page.</param>
/// <param name="size">Of its font.</param>
/// <param name="stretch">By how much its font is widened.</param>
internal sealed class OfdText(OfdMatrix matrix, double size, double stretch)
{
    /// <summary>A gap wider than this part of a square parts words. Whoever sets blanks inside of one text writes them: digits set in squares have none.</summary>
    private const double Gap = 0.2;

    // How far characters rise over their base line and fall below it, in parts of their size.
    private const double Rise = 0.88;
    private const double Fall = 0.37;

    private readonly StringBuilder open = new();
    private (double X, double Y) pen;
    private double left;
    private double last;
    private double right;
    private double level;

    public void Add(string letters, double? x, double? y, List<double> across, List<double> down, List<PageWord> words)
    {
        pen = (x ?? pen.X, y ?? pen.Y);
        var step = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var pair = char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1]);
            var letter = letters.Substring(i, pair ? 2 : 1);
            var width = Squares(letter) * size * stretch;
            Put(letter, width, words);

            // A pair is one character; some writers give it two distances.
            var (dx, dy) = (step < across.Count ? across[step] : across.Count == 0 && down.Count == 0 ? width : 0, step < down.Count ? down[step] : 0);
            pen = (pen.X + dx, pen.Y + dy);
            step++;
            i += pair ? 1 : 0;
        }
        Close(words);
    }

    // Signs that Chinese fonts make square and others narrow: a gap behind them is none.
    private static double Squares(string letter) => letter[0] is >= '\u2010' and <= '\u27FF' or '·' or '×' ? 1 : WideCharacters.Squares(letter);

    private void Put(string letter, double width, List<PageWord> words)
    {
        var (x, y) = matrix.Apply(pen.X, pen.Y);
        if (open.Length > 0 && (x - last > (1 + Gap) * Em || x < right - Em || Math.Abs(y - level) > 0.3 * Em))
            Close(words);
        if (string.IsNullOrWhiteSpace(letter))
        {
            Close(words);
            return;
        }
        if (open.Length == 0)
            (left, level) = (x, y);
        open.Append(letter);
        last = x;
        right = x + (width * matrix.ScaleAcross);
    }

    private double Em => Math.Max(0.1, size * matrix.ScaleDown);

    private void Close(List<PageWord> words)
    {
        var text = Characters.Clean(open.ToString()).Replace("\n", "", StringComparison.Ordinal).Trim();
        open.Clear();
        if (text.Length == 0)
            return;
        var box = new Box(
            left * OfdPage.Point, (level - (Rise * Em)) * OfdPage.Point, Math.Max(right, left + 0.1) * OfdPage.Point, (level + (Fall * Em)) * OfdPage.Point);
        words.Add(new PageWord(text, box));
    }
}
