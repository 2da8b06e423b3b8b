using System.Text;

namespace PlanTracker.Documents.Readers.Docx;

/// <summary>Counts the numbered paragraphs of a document in order, as Word does, and gives each its label. Lists over the same abstract list
/// count on together; a start override begins anew where its list is first used.</summary>
internal sealed class NumberCounter(DocxNumbering numbering, DocxStyles styles)
{
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> begun = [];

    /// <summary>The label and what follows it before the words; null for a paragraph without a number. To be asked once for every paragraph,
    /// in order.</summary>
    public (string Label, string Gap)? Next(ParagraphProperties paragraph)
    {
        if (Find(paragraph) is not var (numId, list, index) || !list.Levels.TryGetValue(index, out var level))
            return null;
        if (!counters.TryGetValue(list.AbstractId, out var counts))
            counters[list.AbstractId] = counts = new int?[DocxNumbering.LevelCount];
        counts[index] = Count(numId, list, index, counts[index]);
        for (var deeper = index + 1; deeper < counts.Length; deeper++)
        {
            if (Restarts(list, deeper, index))
                counts[deeper] = null;
        }
        if (level.Format == "bullet")
            return null;
        var label = Show(list, level, counts);
        return label.Length == 0 ? null : (label, level.Suffix == "nothing" ? "" : " ");
    }

    private int Count(int numId, NumberingList list, int index, int? last)
    {
        var hasOverride = list.StartOverrides.TryGetValue(index, out var start);
        if (begun.Add((numId, index)) && hasOverride)
            return start;
        if (last is { } value)
            return value == int.MaxValue ? value : value + 1;
        return hasOverride ? start : list.Levels[index].Start;
    }

    private static bool Restarts(NumberingList list, int deeper, int used) =>
        !list.Levels.TryGetValue(deeper, out var level) || level.RestartsAfter is not { } after || (after != 0 && used < after);

    /// <summary>The paragraph's own numbering, else that of its style; numId 0 takes a style's numbering away.</summary>
    private (int NumId, NumberingList List, int Level)? Find(ParagraphProperties paragraph)
    {
        var own = paragraph.NumId;
        var numId = own ?? styles.First(paragraph.Style, static style => style.Paragraph.NumId);
        if (numId is not { } id || id == 0 || numbering.List(id) is not { } list)
            return null;
        var level = paragraph.Level ?? (own is null ? LevelOfStyle(paragraph.Style, list) : 0);
        return level is >= 0 and < DocxNumbering.LevelCount ? (id, list, level) : null;
    }

    /// <summary>A list level may name the style that it belongs to; that counts before the level that the style names.</summary>
    private int LevelOfStyle(string? styleId, NumberingList list)
    {
        foreach (var style in styles.Chain(styleId))
        {
            foreach (var (index, level) in list.Levels)
            {
                if (level.ParagraphStyle == style.Id)
                    return index;
            }
            if (style.Paragraph.Level is { } named)
                return named;
            if (style.Paragraph.NumId is not null)
                return 0;
        }
        return 0;
    }

    private static string Show(NumberingList list, NumberingLevel level, int?[] counts)
    {
        var label = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 == level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                label.Append(level.Text[i]);
                continue;
            }
            var index = level.Text[++i] - '1';
            var shown = list.Levels.GetValueOrDefault(index);
            label.Append(Numerals.Show(counts[index] ?? shown?.Start ?? 1, level.Legal ? "decimal" : shown?.Format ?? "decimal"));
        }
        return label.ToString();
    }
}
