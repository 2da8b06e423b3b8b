using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Sites that share documents print a text in numbered slices, cut anywhere: 1、…办事时 / 2、限，… The numbers are theirs.</summary>
internal static class SliceNumbers
{
    /// <summary>A slice is a part of a page; shorter lines are items.</summary>
    private const int ShortestSlice = 120;

    public static List<MappedText> Remove(List<MappedText> lines)
    {
        for (var first = 0; first < lines.Count; first++)
        {
            if (LabelOf(lines[first]) is not { Value: 1 }) continue;
            var end = first + 1;
            while (end < lines.Count && LabelOf(lines[end]) is { } label && label.Value == end - first + 1) end++;
            if (end - first < 2 || !AreSlices(lines, first, end)) continue;
            var joined = new MappedTextBuilder();
            for (var i = first; i < end; i++) joined.Append(lines[i].Slice(LabelOf(lines[i])!.Value.Length, lines[i].Length));
            return [.. lines[..first], joined.Build(), .. lines[end..]];
        }

        return lines;
    }

    /// <summary>The only slice of a text, which is the title of a table: 1、某某任务表.</summary>
    public static MappedText WithoutFirst(MappedText title) =>
        LabelOf(title) is { Value: 1 } label && TitleWords.Ending().IsMatch(title.Plain) ? title.Slice(label.Length, title.Length) : title;

    // Cut anywhere, so that digits may follow: 11、30%.
    private static (int Value, int Length)? LabelOf(MappedText line)
    {
        var point = line.Plain.AsSpan(0, Math.Min(line.Length, 5)).IndexOf('、');
        return point > 0 && char.IsAsciiDigit(line.Plain[0])
            && ChineseNumerals.Parse(line.Plain.AsSpan(0, point)) is { } value ? (value, point + 1) : null;
    }

    private static bool AreSlices(List<MappedText> lines, int first, int end)
    {
        var cut = 0;
        for (var i = first; i < end - 1; i++)
        {
            var plain = lines[i].Plain.TrimEnd();
            if (plain.Length < ShortestSlice) return false;
            if (plain[^1] is not ('。' or ';' or ')' or '!')) cut++;
        }

        return 10 * cut >= 6 * (end - 1 - first);
    }
}
