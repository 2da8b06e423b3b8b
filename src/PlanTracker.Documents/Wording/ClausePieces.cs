using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>The pieces of a clause between separators outside brackets. A blank or line end parts two names only where the left one is
/// complete.</summary>
internal static partial class ClausePieces
{
    // 市生态环境局 | 某某分局: the place where one body has a branch, and no further body.
    [GeneratedRegex("^(?![县市区省州])[\u4e00-\u9fff]{2,4}(?:分局|分行|支行|分公司|支公司|分院|分会|分中心)$")]
    private static partial Regex Branch();

    [GeneratedRegex("(?<![分支])(?:局|银行|公司|院|会|中心)$")]
    private static partial Regex BranchesOut();

    // 各镇人民 政府: what no body is called alone ends the name before it.
    [GeneratedRegex("^(?:人民政府|政府|街道办事处|办事处|管委会|委员会|居委会|民委员会|局|委|办)$")]
    private static partial Regex BareKind();

    public static IEnumerable<(int Start, int End, char Stop)> Of(MappedText words)
    {
        var plain = words.Plain;
        int start = 0, depth = 0;
        var labels = LabelsInside(plain);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (i > start && labels.Contains(i))
            {
                yield return (start, i, '\0');
                start = i;
            }

            if (c == '(') depth++;
            else if (c == ')') depth = Math.Max(0, depth - 1);
            if (depth > 0) continue;
            if (c is '、' or ',' or ';' or '。' or '|' || (c is ' ' or '\n' or '/' && PartsNames(plain, start, i)))
            {
                if (i > start) yield return (start, i, c);
                start = i + 1;
            }
        }

        if (start < plain.Length) yield return (start, plain.Length, '\0');
    }

    // 牵头单位：县司法局责任单位：县财政局完成时限：6月底: nothing parts a name from the next label.
    private static HashSet<int> LabelsInside(string plain)
    {
        var labels = new HashSet<int>();
        foreach (Match label in RoleWords.LabelInText().Matches(plain))
        {
            if (label.Index > 0 && plain[label.Index - 1] is not ('和' or '及' or '与' or '或' or '/' or '(' or '、')) labels.Add(label.Index);
        }

        return labels;
    }

    private static bool PartsNames(string plain, int start, int at)
    {
        var next = at;
        while (next < plain.Length && plain[next] is ' ' or '\n' or '/') next++;
        if (next >= plain.Length || at - start > 60 || plain[next] == ':') return false;
        var left = plain[start..at].Replace(" ", "", StringComparison.Ordinal);
        if (left.Length > 0 && left[^1] == ':') return false;
        var colon = left.LastIndexOf(':');
        if (colon >= 0) left = left[(colon + 1)..];
        var end = next;
        while (end < plain.Length && end - next < 30 && plain[end] is not ('、' or ',' or ';' or ' ' or '\n' or '。')) end++;
        var right = plain[next..end];
        if (right.Length < 2) return false;
        if (plain[at] != '/' && RoleWords.LabelInText().IsMatch(right)) return true;
        if (plain[at] != '/' && Branch().IsMatch(right) && BranchesOut().IsMatch(left)) return false;
        if (plain[at] != '/' && BareKind().IsMatch(right)) return false;
        // 各村 | 民委员会: a short left part may be the beginning of one name.
        var whole = left.Length > 2 || right[0] is '县' or '市' or '区' or '镇' or '乡' or '各';
        if (PersonNames.LooksLikeOne(left) && PersonNames.LooksLikeOne(right)) return true;
        return whole && (UnitNames.LooksComplete(left) || UnitNames.IsGroup(left)) && (right.Length >= 3 || UnitNames.LooksComplete(right));
    }
}
