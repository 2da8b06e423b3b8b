using System.Net;
using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Readers.Markdown;

/// <summary>Marks inside of a line: what they stand round shows, they do not.</summary>
internal static partial class InlineMarks
{
    public static bool IsBold(string words) =>
        words.Length > 4 && (words.StartsWith("**", StringComparison.Ordinal) || words.StartsWith("__", StringComparison.Ordinal))
        && words.IndexOf(words[..2], 2, StringComparison.Ordinal) == words.Length - 2;

    public static string Strip(string line)
    {
        if (line.AsSpan().IndexOfAny("*_`~[<\\&") < 0)
            return line;
        var shown = Escaped().Replace(line, static match => ((char)('\uE000' + match.ValueSpan[1])).ToString());
        shown = LineBreak().Replace(shown, "\n");
        shown = Tag().Replace(shown, "");
        shown = Picture().Replace(shown, "");
        shown = Link().Replace(shown, "${words}");
        shown = Marks().Replace(shown, "");
        shown = Single().Replace(shown, "${words}");
        shown = WebUtility.HtmlDecode(shown);
        return Hidden().Replace(shown, static match => ((char)(match.ValueSpan[0] - '\uE000')).ToString());
    }

    // \* shows *: it is put where no other rule sees it.
    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[\uE021-\uE07E]")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,500}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"!\[[^\]]{0,500}\]\([^()]{0,1000}\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<words>[^\[\]]{1,500})\]\([^()]{0,1000}\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*{2,3}|~~|`+|(?<![A-Za-z0-9_])__(?!_)|(?<!_)__(?![A-Za-z0-9_])")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<![\w*])\*(?<words>[^\s*](?:[^*\n]{0,300}[^\s*])?)\*(?![\w*])")]
    private static partial Regex Single();
}
