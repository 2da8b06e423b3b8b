using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>Brackets without a label that hold who does it: （县甲局、县乙局负责）, （县甲局、县乙局） behind a sentence or a heading.</summary>
internal static partial class BareBrackets
{
    public static bool NamesRole(string inner) =>
        inner.Split('、', ',', ';', ' ', '。').Any(piece => RoleVerbs.AtEnd(piece).Length > 0) || inner.Contains('(', StringComparison.Ordinal);

    public static bool GuidesOnly(string inner) => inner.EndsWith("指导", StringComparison.Ordinal);

    // Without a label the bracket must read as units and a verb, or stand at the end of a sentence and hold nothing but bodies.
    public static bool ReadsAsUnits(string plain, string inner, int open, int close)
    {
        if (inner.Length > 600) return false;
        var lastStop = inner.LastIndexOf('。');
        var first = inner.IndexOf('。', StringComparison.Ordinal) is > 0 and var stop ? inner[..stop] : inner;
        if (ClauseScope.At(first, 0) is { Length: > 0 } scope) first = first[scope.Length..];
        var pieces = first.Split(['、', ',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        // 县甲局、县乙局，年底前完成; 县甲局、县乙局，列第一位的为牵头单位，下同
        while (pieces.Length > 1 && (UnitClauseReader.IsTime(pieces[^1]) || UnitClauseReader.IsRemark(pieces[^1]))) pieces = pieces[..^1];
        if (pieces.Length == 0) return false;
        var hasVerb = false;
        var bodies = 0;
        foreach (var piece in pieces)
        {
            var (verb, _) = RoleVerbs.AtEnd(piece);
            hasVerb |= verb > 0;
            var name = piece[..^verb];
            if (name.EndsWith('等')) name = name[..^1];
            if (UnitNames.IsGroup(name) || UnitNames.LooksComplete(name) || UnitNames.LeadsToGroup(name)
                || name.Contains("等和", StringComparison.Ordinal)) bodies++;
        }

        if (hasVerb)
            return bodies > 0 && inner.Length >= 4 && !inner.Contains("谁", StringComparison.Ordinal)
                && (StandsAtEnd(plain, open, close) || 2 * bodies >= pieces.Length);
        return (bodies == pieces.Length || (bodies == pieces.Length - 1 && bodies > 1 && AreOfOneLevel(pieces))) && lastStop < 0
            && (StandsAtEnd(plain, open, close) || (ClosesSentence(plain, close) && pieces.Any(piece => Authority().IsMatch(piece)))
                || StandsBehindHeading(plain, open, close, pieces))
            && pieces.All(piece => (piece.Length >= 3 || UnitNames.IsGroup(piece)) && UnitNames.IsPlausible(piece));
    }

    // 县文化局、县图书馆、县少年宫: an unusual name among bodies of the same level.
    private static bool AreOfOneLevel(string[] pieces) => pieces[0][0] is '省' or '市' or '县' or '区' or '州' or '镇' && pieces.All(piece => piece[0] == pieces[0][0]);

    // 生产总值增长11%(市发改委，各县市区): before the last stop. What only lists places, schools or firms is no clause there.
    private static bool ClosesSentence(string plain, int close)
    {
        var after = close + 1;
        while (after < plain.Length && plain[after] is ' ' or '。') after++;
        return after >= plain.Length || plain[after] == '\n';
    }

    [GeneratedRegex("(?:局|委|办|厅|署|办公室|委员会|人民政府|[县市区省州镇]政府|总工会|妇联|残联)$")]
    private static partial Regex Authority();

    private static bool StandsAtEnd(string plain, int open, int close)
    {
        var before = open - 1;
        while (before >= 0 && plain[before] is ' ' or '\n') before--;
        var after = close + 1;
        while (after < plain.Length && plain[after] is ' ' or '。') after++;
        return (before < 0 || plain[before] is '。' or '!' or '”' or ';')
            && (after >= plain.Length || plain[after] == '\n' || plain[after - 1] is '。' or ')' or ' ');
    }

    // 一、强化产权保护（县法院、县公安局） and nothing behind it on its line; 县教育局（县语委办） is one body's other name.
    private static bool StandsBehindHeading(string plain, int open, int close, string[] pieces)
    {
        var after = close + 1;
        while (after < plain.Length && plain[after] == ' ') after++;
        var start = plain.LastIndexOfAny(['\n', '。', ';', ':', ',', '、'], Math.Max(0, open - 1)) + 1;
        if (after < plain.Length && plain[after] is not ('\n' or ':') && (plain[after] != '。' || start > 0)) return false;
        if (pieces.Length == 1 && !(pieces[0].Length >= 4 && pieces[0][0] is '省' or '市' or '县' or '区' or '州' or '镇' or '乡')) return false;
        var heading = plain[start..open].Trim();
        return heading.Length is >= 4 and <= 30 && heading[^1] >= '\u4e00' && (start == 0 || plain[start - 1] is '\n' or '。' or '、')
            && !UnitNames.LooksComplete(heading) && !UnitNames.IsGroup(heading);
    }
}
