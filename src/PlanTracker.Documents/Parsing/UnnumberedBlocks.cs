using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Tasks without a number: a heading on its own line, a body, and the units on a line of their own, several times over.</summary>
internal static class UnnumberedBlocks
{
    private const int LongestHeading = 40;

    private const int FewestBlocks = 2;

    /// <summary>Of a column.</summary>
    private const int LongestHead = 8;

    /// <summary>The blocks of a document that has no numbers at all.</summary>
    public static List<OutlineItem> In(Flow flow, int from)
    {
        var blocks = Blocks(flow.Text, from, flow.Text.Length, null);
        return blocks.Count > 0 || flow.OneLine || from >= flow.Text.Length ? blocks : WithoutSections(flow.Text, from);
    }

    // No number at all: paragraphs that each end with units, behind an introduction and before what closes the document.
    private static List<OutlineItem> WithoutSections(MappedText text, int from)
    {
        var clauses = Moved(ClauseFinder.FindIn(text.Slice(from, text.Length)), from);
        if (clauses.Count < FewestBlocks) return [];
        var first = text.Plain.LastIndexOf('\n', clauses[0].Start) + 1;
        if (text.Plain.AsSpan(first, clauses[0].Start - first).Trim().Length == 0 && first > 1) first = text.Plain.LastIndexOf('\n', first - 2) + 1;
        var last = text.Plain.IndexOf('\n', clauses[^1].End - 1);
        var paragraphs = Paragraphs(text, Math.Max(from, first), last < 0 ? text.Length : last, clauses, null);
        return paragraphs.Count >= FewestBlocks ? paragraphs : [];
    }

    /// <summary>Gives the items that hold several such blocks those blocks as their children.</summary>
    /// <returns>Whether it did: their clauses are to be found anew.</returns>
    public static bool Split(Flow flow, IReadOnlyList<OutlineItem> items) =>
        Split(flow, items, items.Count > 0 && BehindHead(flow.Text.Plain, items[0].Start));

    // Clauses are found from the beginning of the words that were searched.
    private static List<FoundClause> Moved(List<FoundClause> clauses, int by) =>
        clauses.ConvertAll(found => found with { Start = found.Start + by, End = found.End + by });

    // 主要内容 / 责任单位 / 一、… / （一）…: the lines of a table, whose cells of wording and of bodies follow each other.
    private static bool BehindHead(string plain, int at)
    {
        var lines = plain[Math.Max(0, at - 80)..at].TrimEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length >= 3 && lines[^1].Length <= LongestHead && lines[^2].Length <= LongestHead
            && ColumnWording.MeaningOf(lines[^1]) is { } last && ShiftedRows.HoldsBodies(last)
            && ColumnWording.MeaningOf(lines[^2]) is ColumnMeaning.Content or ColumnMeaning.Target;
    }

    private static bool Split(Flow flow, IReadOnlyList<OutlineItem> items, bool ofTable)
    {
        var did = false;
        foreach (var item in items)
        {
            did |= Split(flow, item.Children, ofTable);
            if (item.Children.Count > 0 || item.OwnClauses.Count < FewestBlocks) continue;
            var heading = flow.Text.Plain.IndexOf('\n', item.WordsStart, item.OwnEnd - item.WordsStart);
            if (heading < 0 || heading - item.WordsStart > LongestHeading) continue;
            var blocks = Blocks(flow.Text, heading + 1, item.OwnEnd, item);
            if (blocks.Count < FewestBlocks && (ofTable || item.Label.Kind == LabelKind.Section))
            {
                blocks = Paragraphs(flow.Text, heading + 1, item.OwnEnd, Moved(item.OwnClauses, item.WordsStart), item);
            }

            if (blocks.Count < FewestBlocks) continue;
            item.Children.AddRange(blocks);
            item.OwnEnd = blocks[0].Start;
            did = true;
        }

        return did;
    }

    // 一、提升便利 / 推行网办。…（责任单位：…） / 推进联办。… / 责任单位：…: every paragraph of a section ends with units of its own.
    private static List<OutlineItem> Paragraphs(MappedText text, int from, int to, List<FoundClause> clauses, OutlineItem? section)
    {
        var paragraphs = new List<OutlineItem>();
        int start = -1, named = 0;
        for (int line = from, end; line < to; line = end + 1)
        {
            end = text.Plain.IndexOf('\n', line, to - line);
            if (end < 0) end = to;
            var (first, last) = (line, end);
            while (first < end && text.Plain[first] == ' ') first++;
            while (last > first && text.Plain[last - 1] is ' ' or '。') last--;
            if (first == last) continue;
            var clause = clauses.Find(found => found.Start < last && found.End > first);
            var alone = clause is not null && clause.Start <= first;
            if (alone && start < 0 && paragraphs.Count > 0)
            {
                // 牵头单位：… / 配合单位：… of the paragraph above.
                paragraphs[^1].OwnEnd = paragraphs[^1].End = end;
                continue;
            }

            // Words without units: an introduction under the heading, or paragraphs that are not told apart.
            if (start >= 0 && clause is null) return [];
            if (clause is null)
            {
                start = first;
                continue;
            }

            if (alone && start < 0) return [];
            if (clause.End < last) return [];
            named++;
            var begin = start >= 0 ? start : first;
            paragraphs.Add(new OutlineItem(LabelAt(text.Plain, begin, named), begin, section) { OwnEnd = end, End = end });
            start = -1;
        }

        return start < 0 ? paragraphs : [];
    }

    // 2 清淤。…: a number without a point, where it is that of the paragraph.
    private static ItemLabel LabelAt(string plain, int at, int value)
    {
        var digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var behind = at + digits.Length;
        var end = behind;
        while (end < plain.Length && plain[end] == ' ') end++;
        return string.CompareOrdinal(plain, at, digits, 0, digits.Length) == 0 && end > behind && end < plain.Length && plain[end] >= '\u4e00'
            ? new ItemLabel(LabelKind.Digit, value, end - at) : new ItemLabel(LabelKind.Digit, value, 0);
    }

    private static List<OutlineItem> Blocks(MappedText text, int from, int to, OutlineItem? parent)
    {
        var items = new List<OutlineItem>();
        foreach (var (start, end, clauses) in Parts(text, from, to))
        {
            if (!HasHeadingAndBody(text.Plain[start..clauses])) return [];
            items.Add(new OutlineItem(LabelAt(text.Plain, start, items.Count + 1), start, parent) { OwnEnd = end, End = end });
        }

        return items.Count >= FewestBlocks ? items : [];
    }

    // Each part ends with the line (or the lines directly behind each other) that names units.
    private static IEnumerable<(int Start, int End, int Clauses)> Parts(MappedText text, int from, int to)
    {
        var (start, clauses) = (from, -1);
        for (int line = from, end; line < to; line = end + 1)
        {
            end = text.Plain.IndexOf('\n', line, to - line);
            if (end < 0) end = to;
            var words = text.Plain.AsSpan(line, end - line).Trim();
            if (words.Length == 0) continue;
            var names = RoleWords.LabelInText().Match(text.Plain, line, Math.Min(20, end - line)) is { Success: true } label
                && text.Plain.AsSpan(line, label.Index - line).Trim("( ").Length == 0;
            if (names && clauses < 0) clauses = line;
            if (names || clauses < 0) continue;
            yield return (start, line, clauses);
            (start, clauses) = (line, -1);
        }

        if (clauses >= 0) yield return (start, to, clauses);
    }

    private static bool HasHeadingAndBody(string words)
    {
        var lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length >= 2 && lines[0].Length is >= 4 and <= LongestHeading && lines[0].TrimEnd('。').AsSpan().IndexOfAny("。;:") < 0
            && ItemLabel.ReadAt(lines[0], 0) is null;
    }
}
