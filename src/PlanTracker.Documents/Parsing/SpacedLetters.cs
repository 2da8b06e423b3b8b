using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Blanks that recognition or a form put between the letters of a line (责 任 单 位 ： 县 司 法 局) or of a label (责任单 位：) part no words.</summary>
internal static class SpacedLetters
{
    private const int FewestLetters = 8;

    private const int LongestLabel = 8;

    public static MappedText Mend(MappedText line)
    {
        var plain = line.Plain;
        if (!plain.AsSpan().Trim().Contains(' ')) return line;
        return line.Except(IsSpaced(plain) ? SingleBlanks(plain, 0, plain.Length) : InLabels(plain));
    }

    // Most letters stand alone between blanks.
    private static bool IsSpaced(string plain)
    {
        int letters = 0, alone = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == ' ') continue;
            letters++;
            if (i + 1 < plain.Length && plain[i + 1] == ' ' && (i + 2 >= plain.Length || plain[i + 2] != ' ')) alone++;
        }

        return letters >= FewestLetters && 10 * alone >= 7 * letters;
    }

    private static List<(int Start, int End)> SingleBlanks(string plain, int from, int to)
    {
        var blanks = new List<(int, int)>();
        for (var i = from; i < to; i++)
        {
            if (plain[i] == ' ' && i > 0 && plain[i - 1] != ' ' && (i + 1 >= plain.Length || plain[i + 1] != ' ')) blanks.Add((i, i + 1));
        }

        return blanks;
    }

    private static List<(int Start, int End)> InLabels(string plain)
    {
        var blanks = new List<(int Start, int End)>();
        var behind = 0;
        for (var colon = plain.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = plain.IndexOf(':', colon + 1))
        {
            if (LabelBefore(plain, behind, colon) is { } start) blanks.AddRange(SingleBlanks(plain, start, colon));
            behind = colon + 1;
        }

        return blanks;
    }

    // The longest run of letters and single blanks before the colon that is a label and nothing else.
    private static int? LabelBefore(string plain, int from, int colon)
    {
        int? found = null;
        var (letters, blanks) = ("", 0);
        for (var i = colon - 1; i >= from && letters.Length < LongestLabel; i--)
        {
            if (plain[i] == ' ' && (i == 0 || plain[i - 1] != ' '))
            {
                blanks++;
                continue;
            }

            if (plain[i] < '\u4e00') break;
            letters = plain[i] + letters;
            var label = RoleWords.LabelInText().Match(letters + ":");
            if (label is { Success: true, Index: 0 } && label.Length == letters.Length + 1 && blanks > 0 && letters.Length > 2) found = i;
        }

        return found;
    }
}
