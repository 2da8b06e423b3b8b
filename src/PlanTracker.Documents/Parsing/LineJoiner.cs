using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>Undoes the line ends that a printed page puts inside paragraphs and words.</summary>
internal static partial class LineJoiner
{
    private const string Stops = "。!?;:)】》”\"";

    /// <summary>The lines without page numbers, and without running heads: what stands next to a page number more than once.</summary>
    public static List<MappedText> WithoutPageFurniture(List<MappedText> lines, bool last, bool behindTable)
    {
        var filled = lines.Where(line => !string.IsNullOrWhiteSpace(line.Plain)).ToList();
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < filled.Count; i++)
        {
            if (!Noise.IsPageNumber(filled[i].Plain)) continue;
            foreach (var near in new[] { i - 1, i + 1 }.Where(near => near >= 0 && near < filled.Count))
            {
                var words = filled[near].Plain.Trim();
                if (words.Length < 40) heads[words] = heads.GetValueOrDefault(words) + 1;
            }
        }

        if (last && Noise.TailOf(filled, behindTable) is var tail && tail < filled.Count) filled.RemoveRange(tail, filled.Count - tail);
        filled.RemoveAll(line => Noise.IsPageNumber(line.Plain) || Noise.IsSiteLine(line.Plain) || heads.GetValueOrDefault(line.Plain.Trim()) > 1);
        return filled;
    }

    /// <summary>The width at which lines were broken; null where they were not: where most longer lines end with a stop or differ in
    /// length.</summary>
    public static int? HardWidth(List<MappedText> lines)
    {
        var lengths = lines.Select(line => line.Plain.TrimEnd().Length).Where(length => length >= 16).Order().ToList();
        if (lengths.Count < 4) return null;
        var typical = lengths[lengths.Count * 3 / 4];
        if (typical > 60) return null;
        var open = lines.Count(line => line.Length >= 16 && !EndsWithStop(line.Plain));
        return 10 * open >= 4 * lengths.Count ? typical : null;
    }

    public static bool Joins(MappedText line, MappedText next, int? width, MappedTextBuilder text)
    {
        var plain = line.Plain.TrimEnd();
        if (plain.Length == 0 || StartsAnew(next, width)) return false;
        if (ClauseIsOpen(text) && !RoleLine(next.Plain)) return true;
        if (FieldOfPage().IsMatch(plain)) return false;
        if (EndsWithStop(plain) || plain.EndsWith("的通知", StringComparison.Ordinal)) return false;
        if (width is { } full && plain.Length < 0.9 * full && Field().IsMatch(next.Plain)) return false;
        if (width is { } wide) return plain.Length >= 0.7 * wide && (plain.AsSpan().IndexOfAny("。,、;:(") >= 0 || plain.Length >= 0.9 * wide);
        return plain.Contains('。', StringComparison.Ordinal) && plain.Length >= 15 && !Labelled(plain);
    }

    private static bool EndsWithStop(string plain)
    {
        var trimmed = plain.AsSpan().TrimEnd();
        return trimmed.Length > 0 && Stops.Contains(trimmed[^1], StringComparison.Ordinal);
    }

    // A number, a label, or (in wrapped pages) the indent of a paragraph.
    private static bool StartsAnew(MappedText next, int? width)
    {
        var plain = next.Plain;
        var start = 0;
        while (start < plain.Length && plain[start] == ' ') start++;
        if (start >= plain.Length || (width is not null && start >= 2)) return true;
        if (TitleWords.DocNumber().Match(plain) is { Success: true } number && number.Index == start
            && plain.TrimEnd().Length - start <= number.Length + 2)
            return true;
        if (FieldOfPage().IsMatch(plain) || Marked().IsMatch(plain)) return true;
        return (ItemLabel.ReadAt(plain, start) is { } label && label.Kind != LabelKind.Enumerated) || RoleLine(plain);
    }

    // 成文日期：2026-02-18 in the index table of a page.
    [GeneratedRegex(
        "^ *(?:索引号|发布机构|发文机关|发文单位|发文字号|文号|成文日期|发文日期|印发日期|发布日期|生成日期|主题分类|主题词|有效性|标题|名称):")]
    private static partial Regex FieldOfPage();

    // ● and —— lead an item, 附件2 an annex.
    [GeneratedRegex("^ *(?:[●■◆★▲◇•]|——|附件 ?\\d{1,2} *$)")]
    private static partial Regex Marked();

    // 整改措施：…
    [GeneratedRegex("^ *[\u4e00-\u9fff]{2,6}:")]
    private static partial Regex Field();

    private static bool RoleLine(string plain)
    {
        var head = plain.TrimStart().TrimStart('(');
        return RoleWords.LabelInText().Match(head, 0, Math.Min(head.Length, 20)) is { Success: true, Index: 0 };
    }

    private static bool Labelled(string plain) => RoleWords.LabelInText().IsMatch(plain[(plain.LastIndexOf('。') + 1)..]);

    // A bracket with a role's label opened shortly before and is not closed yet.
    private static bool ClauseIsOpen(MappedTextBuilder text)
    {
        var tail = PlainForm.Of(text.Tail(200));
        var depth = 0;
        for (var i = tail.Length - 1; i >= 0 && tail[i] != '\n'; i--)
        {
            if (tail[i] == ')') depth++;
            else if (tail[i] == '(' && --depth < 0)
            {
                var label = RoleWords.LabelInText().Match(tail, i + 1);
                return (label.Success && label.Index - i <= 4) || RoleVerbs.AtEnd(tail[(i + 1)..]).Length > 0 || CutLabel(tail[(i + 1)..]);
            }
        }

        return false;
    }

    // The line broke inside the label itself: （责 | 任单位：
    private static bool CutLabel(string tail) => tail.Length <= 5 && "责任单位：牵头单位配合单位".Contains(tail, StringComparison.Ordinal);
}
