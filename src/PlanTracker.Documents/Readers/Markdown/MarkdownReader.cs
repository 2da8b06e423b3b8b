using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Readers.Pieces;

namespace PlanTracker.Documents.Readers.Markdown;

/// <summary>Text with Markdown's marks: headings, lists with their numbers, tables, bold. Markup of pages inside of it is left out and never looked at.</summary>
internal static partial class MarkdownReader
{
    private const int LinesOfHead = 400;
    private const int FewestBold = 2;

    /// <summary>A line of more characters is taken as it stands.</summary>
    private const int LongestMarked = 4000;

    /// <summary>Plain text holds none of these marks by chance: # before a heading, a line of | and -, several words in ** **.</summary>
    public static bool IsMarkdown(string text)
    {
        var bold = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestMarked)
                continue;
            if (Heading().IsMatch(line) || MarkdownTable.IsRuler(line))
                return true;
            bold += Bold().Count(line);
            if (bold >= FewestBold)
                return true;
        }
        return false;
    }

    public static Reading Read(string text, ReadingLimits limits, CancellationToken cancellation)
    {
        var lines = Seen(text).Split('\n').Select(static line => line.TrimEnd('\r')).ToList();
        var pieces = new List<Piece>();
        var numbers = new ListNumbers();
        var verbatim = false;
        for (var i = SkipFrontMatter(lines); i < lines.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = WithoutQuote(lines[i]);
            if (line.AsSpan().TrimStart().StartsWith("```") || line.AsSpan().TrimStart().StartsWith("~~~"))
                verbatim = !verbatim;
            else if (verbatim)
                pieces.Add(new ParagraphPiece(line));
            else if (i + 1 < lines.Count && line.Contains('|', StringComparison.Ordinal) && MarkdownTable.IsRuler(WithoutQuote(lines[i + 1])))
                i = MarkdownTable.Read(lines, i, pieces) - 1;
            else if (line.AsSpan().Trim().Length > 0 && !Ruler().IsMatch(line))
                pieces.Add(Paragraph(line, Underline(lines, i), numbers));
        }
        return TextAssembly.Assemble(SourceFormat.Markdown, pieces, limits, cancellation);
    }

    internal static string WithoutQuote(string line)
    {
        var rest = line.AsSpan();
        while (rest.TrimStart() is ['>', .. var inner])
            rest = inner;
        return rest.Length == line.Length ? line : rest.ToString();
    }

    /// <summary>Comments, scripts and styles show nothing of what they hold.</summary>
    private static string Seen(string text) => Without(Without(Without(text, "<!--", "-->"), "<script", "</script>"), "<style", "</style>");

    private static string Without(string text, string begin, string end)
    {
        if (!text.Contains(begin, StringComparison.OrdinalIgnoreCase))
            return text;
        var seen = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var from = text.IndexOf(begin, at, StringComparison.OrdinalIgnoreCase);
            seen.Append(text, at, (from < 0 ? text.Length : from) - at);
            var to = from < 0 ? -1 : text.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
            at = to < 0 ? text.Length : to + end.Length;
        }
        return seen.ToString();
    }

    private static ParagraphPiece Paragraph(string line, int? underlined, ListNumbers numbers)
    {
        if (line.Length > LongestMarked)
            return new ParagraphPiece(line);
        if (Heading().Match(line) is { Success: true } heading)
        {
            numbers.Clear();
            return new ParagraphPiece(InlineMarks.Strip(heading.Groups["words"].Value), HeadingLevel: heading.Groups["level"].Length, Bold: true);
        }
        if (underlined is not null)
            return new ParagraphPiece(InlineMarks.Strip(line.Trim()), HeadingLevel: underlined, Bold: true);
        if (Numbered().Match(line) is { Success: true } item)
        {
            var number = numbers.Next(item.Groups["indent"].Length, int.Parse(item.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
            var words = item.Groups["words"].Value;
            return new ParagraphPiece(InlineMarks.Strip(words), $"{number}{item.Groups["sign"].Value}", " ", Bold: InlineMarks.IsBold(words));
        }
        if (Bulleted().Match(line) is { Success: true } bullet)
            return new ParagraphPiece(InlineMarks.Strip(bullet.Groups["words"].Value), Bold: InlineMarks.IsBold(bullet.Groups["words"].Value));
        if (!char.IsWhiteSpace(line[0]))
            numbers.Clear();
        return new ParagraphPiece(InlineMarks.Strip(line), Bold: InlineMarks.IsBold(line.Trim()));
    }

    // Words, and under them a line of = or -.
    private static int? Underline(List<string> lines, int i)
    {
        var next = i + 1 < lines.Count ? lines[i + 1].AsSpan().Trim() : [];
        if (next.Length < 3 || next.Length > 200)
            return null;
        return next.IndexOfAnyExcept('=') < 0 ? 1 : next.IndexOfAnyExcept('-') < 0 && lines[i].Length < 60 ? 2 : null;
    }

    private static int SkipFrontMatter(List<string> lines)
    {
        if (lines[0].Trim() != "---")
            return 0;
        var end = lines.FindIndex(1, static line => line.Trim() == "---");
        return end is > 0 and < LinesOfHead && lines.Skip(1).Take(end - 1).All(static line => line.Contains(':', StringComparison.Ordinal)) ? end + 1 : 0;
    }

    /// <summary>Of each depth of indent the number of its last item. Where every item is written with the first one's number, the page counts.</summary>
    private sealed class ListNumbers
    {
        private readonly SortedDictionary<int, (int First, int Last)> lists = [];

        public int Next(int indent, int written)
        {
            foreach (var deeper in lists.Keys.Where(key => key > indent).ToList())
                lists.Remove(deeper);
            var number = lists.TryGetValue(indent, out var list) && written == list.First ? list.Last + 1 : written;
            lists[indent] = (lists.TryGetValue(indent, out list) ? list.First : written, number);
            return number;
        }

        public void Clear() => lists.Clear();
    }

    [GeneratedRegex(@"^ {0,3}(?<level>#{1,6})[ \t]+(?<words>\S.*?)[ \t]*#*[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?<number>[0-9]{1,6})(?<sign>[.)])[ \t]+(?<words>\S.*)$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?<words>\S.*)$")]
    private static partial Regex Bulleted();

    [GeneratedRegex(@"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$")]
    private static partial Regex Ruler();

    [GeneratedRegex(@"\*\*[^*\s][^*\n]{0,200}?\*\*")]
    private static partial Regex Bold();
}
