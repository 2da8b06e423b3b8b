using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>The list of annexes (附件：1.… 2.…): its numbers are no items.</summary>
internal static partial class AnnexLists
{
    [GeneratedRegex("(?:^|(?<=[\n ]))附 *件 *:")]
    private static partial Regex Begin();

    public static List<(int Start, int End)> In(MappedText text, bool oneLine)
    {
        var found = new List<(int Start, int End)>();
        foreach (Match begin in Begin().Matches(text.Plain))
        {
            var end = PieceEnd(text.Plain, begin.Index + begin.Length, oneLine);
            while (end < text.Length && NextPiece(text.Plain, end, oneLine) is { } next) end = next;
            found.Add((begin.Index, end));
        }

        return found;
    }

    // A further line, or in a page of one line a further word, that begins with a number and is short as names of annexes are.
    private static int? NextPiece(string plain, int at, bool oneLine)
    {
        var start = at;
        while (start < plain.Length && plain[start] is ' ' or '\n') start++;
        if (ItemLabel.ReadAt(plain, start) is not { Kind: LabelKind.Digit }) return null;
        var end = PieceEnd(plain, start, oneLine);
        return end - start <= 60 && plain.AsSpan(start, end - start).IndexOfAny("。;") < 0 ? end : null;
    }

    private static int PieceEnd(string plain, int at, bool oneLine)
    {
        while (at < plain.Length && plain[at] == ' ') at++;
        var end = oneLine ? plain.AsSpan(at).IndexOfAny(" \n") : plain.AsSpan(at).IndexOf('\n');
        return end < 0 ? plain.Length : at + end;
    }
}
