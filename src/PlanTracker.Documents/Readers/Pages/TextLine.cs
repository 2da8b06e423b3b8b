using System.Text;

namespace PlanTracker.Documents.Readers.Pages;

/// <summary>The words that stand beside each other at one height, and their text with blanks where the page shows them.</summary>
internal sealed class TextLine
{
    private readonly List<(int Start, int End, int Confidence)> recognized = [];

    public TextLine(int page, IReadOnlyList<PageWord> words)
    {
        Page = page;
        Words = words;
        Box = words.Select(static word => word.Box).Aggregate(static (all, box) => all.With(box));
        (Em, IsMeasured) = EmOf(words);
        Text = Joined(words);
    }

    public int Page { get; }
    public IReadOnlyList<PageWord> Words { get; }
    public Box Box { get; }

    /// <summary>The side of a square character, in points.</summary>
    public double Em { get; }

    /// <summary>Whether <see cref="Em"/> was measured, or only guessed from letters and digits.</summary>
    public bool IsMeasured { get; }

    public string Text { get; }

    /// <summary>Where in <see cref="Text"/> words stand that were recognized from a picture, and how sure the recognition was.</summary>
    public IReadOnlyList<(int Start, int End, int Confidence)> Recognized => recognized;

    /// <summary>Somewhere its words stand further apart than two parts of a sentence do.</summary>
    public bool IsParted => Words.Zip(Words.Skip(1)).Any(pair => pair.Second.Box.Left - pair.First.Box.Right > 0.6 * Em);

    /// <summary>Groups words into lines, top to bottom, each left to right.</summary>
    public static List<TextLine> Of(int page, IEnumerable<PageWord> words)
    {
        var rows = new List<List<PageWord>>();
        foreach (var word in words.OrderBy(static word => word.Box.Middle))
        {
            var row = rows.Count == 0 ? null : NearestRow(rows, word.Box);
            if (row is null)
                rows.Add([word]);
            else
                row.Add(word);
        }
        return [.. rows.Select(row => new TextLine(page, [.. row.OrderBy(static word => word.Box.Left)])).OrderBy(static line => line.Box.Middle)];
    }

    private static List<PageWord>? NearestRow(List<List<PageWord>> rows, Box box)
    {
        for (var i = rows.Count - 1; i >= Math.Max(0, rows.Count - 3); i--)
        {
            var tallest = rows[i].MaxBy(static word => word.Box.Height)!.Box;
            var overlap = Math.Min(tallest.Bottom, box.Bottom) - Math.Max(tallest.Top, box.Top);
            if (overlap > 0.5 * Math.Min(tallest.Height, box.Height) && Math.Abs(tallest.Middle - box.Middle) < 0.35 * Math.Max(tallest.Height, box.Height))
                return rows[i];
        }
        return null;
    }

    // Squares tell their side; of letters alone only the height of the line is known, which each font sets otherwise.
    private static (double Em, bool Measured) EmOf(IReadOnlyList<PageWord> words)
    {
        if (words[0].Confidence is not null)
            return (EmOfRecognized(words), true);
        var sides = new List<double>();
        foreach (var word in words)
        {
            var wide = word.Text.Count(WideCharacters.IsWide);
            if (2 * wide >= word.Text.Length)
                sides.Add(word.Box.Width / WideCharacters.Squares(word.Text));
        }
        sides.Sort();
        return sides.Count > 0 ? (Math.Max(1, sides[sides.Count / 2]), true) : (Math.Max(1, words.Max(static word => word.Box.Height) / 1.25), false);
    }

    // The boxes of single recognized words are loose; those of the whole line less so.
    private static double EmOfRecognized(IReadOnlyList<PageWord> words)
    {
        var (width, squares) = (0.0, 0.0);
        PageWord? last = null;
        foreach (var word in words)
        {
            width += word.Box.Width;
            squares += WideCharacters.Squares(word.Text);
            if (last is not null && word.Box.Left - last.Box.Right is var gap && gap < word.Box.Height)
                width += gap;
            last = word;
        }
        return squares > 3 ? Math.Max(1, width / squares) : Math.Max(1, words[0].Box.Height);
    }

    private string Joined(IReadOnlyList<PageWord> words)
    {
        var usual = UsualGap(words);
        var text = new StringBuilder();
        PageWord? last = null;
        foreach (var word in words)
        {
            if (last is not null && text.Length > 0 && IsBlankBetween(last, word, usual))
                text.Append(' ');
            if (word.Confidence is { } confidence)
                recognized.Add((text.Length, text.Length + word.Text.Length, confidence));
            text.Append(word.Text);
            last = word;
        }
        return text.ToString();
    }

    // A justified line is stretched evenly between its squares: that is no blank.
    private static double UsualGap(IReadOnlyList<PageWord> words)
    {
        var gaps = new List<double>();
        for (var i = 1; i < words.Count; i++)
        {
            if (WideCharacters.IsWide(words[i - 1].Text[^1]) && WideCharacters.IsWide(words[i].Text[0]))
                gaps.Add(words[i].Box.Left - words[i - 1].Box.Right);
        }
        gaps.Sort();
        return gaps.Count >= 6 ? Math.Max(0, gaps[gaps.Count / 4]) : 0;
    }

    private bool IsBlankBetween(PageWord left, PageWord right, double usual)
    {
        var gap = (right.Box.Left - left.Box.Right) / Em;
        var wideLeft = WideCharacters.IsWide(left.Text[^1]);
        var wideRight = WideCharacters.IsWide(right.Text[0]);
        if (left.Confidence is not null)
            return gap > (wideLeft || wideRight ? 1.4 : 0.35);
        if (wideLeft && wideRight)
            return gap - (usual / Em) > 0.22;

        // Between squares and letters a program sets a quarter of a square by itself.
        return gap > (wideLeft || wideRight ? 0.45 : 0.12);
    }
}
