using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>An item's own heading, or its first sentence.</summary>
internal static partial class ItemTitle
{
    // （4月1日—5月31日） under or behind a phase's heading belongs to it.
    [GeneratedRegex(@"\G[\s。]*(?<range>\([^()]*\d{1,2}月[^()]*(?:-|至)[^()]*\)|\((?:20\d\d年)?\d{1,2}月[^()]{0,12}\)|\(20\d\d年?-20\d\d年?\))")]
    private static partial Regex RangeBehind();

    private const int ShortHeading = 6;

    private const int LongHeading = 30;

    // 三、完善市场机制按照…的原则，以…为: on a page without line ends the wording begins where the heading cannot go on.
    [GeneratedRegex(@"\G[^,、。;:""“”()\d]{0,24}?(?=按照[^,。]{2,}(?:要求|原则|思路|部署|目标|方针)|以[^,。]{2,30}为(?:主体|主线|核心|重点|目标|导向|引领|抓手|契机|统领)|聚焦[^,。]{2,20}、" +
        @"|由[^,。]{2,20}牵头|为(?:了|进一步|切实|深入)|根据[^,。]{4,}|针对|(?:20\d\d年|\d{1,2}月|年)[^,。]{0,5}前[,，]" +
        @"|(?:(?<![辖社园小景片校全我地本])[省市县区州旗镇乡](?![域内级场民])|各)[^,。;]{1,24}?(?:局|委|办|部门|大队|中心|单位|政府|街道|乡镇)(?:要|应|须|负责|会同|牵头|组织(?!领导)|联合))")]
    private static partial Regex BodyBehind();

    // 组建小分队组建小分队，…: the wording begins with its heading.
    [GeneratedRegex(@"\G(?<heading>[^,。;]{4,20})(?=\k<heading>)")]
    private static partial Regex Repeated();

    // 推介阶段（5—9月份）举办推介会: the wording begins behind the phase's range.
    [GeneratedRegex(@"\G[^,。;:()]{2,16}阶段 ?\((?=[^()]*月)[^()]{3,30}\)(?=[\u4e00-\u9fff])")]
    private static partial Regex Phase();

    private static readonly char[] Marks = ['●', '■', '◆', '★', '▲', '◇', '•', '—'];

    /// <summary>Where the title ends in the words of an item, which begin behind its number.</summary>
    public static int EndIn(MappedText words, bool oneLine)
    {
        var plain = words.Plain;
        var start = 0;
        while (start < plain.Length && char.IsWhiteSpace(plain[start])) start++;
        var depth = 0;
        for (var i = start; i < plain.Length; i++)
        {
            var c = plain[i];
            depth = c switch { '(' or '《' => depth + 1, ')' or '》' => Math.Max(0, depth - 1), '\n' => 0, _ => depth };
            // 扩大就业.  全年新增…: a point typed for the full stop.
            if (c == '.' && depth == 0 && i > start && plain[i - 1] >= '\u4e00' && words.Printed[i] is '.' or '．' && PointEnds(plain, i)) c = '。';
            var stops = (c == '\n' && !(i > start && plain[i - 1] is ',' or '、')) || (c is '。' or '!' && depth == 0);
            if (!stops && depth == 0 && oneLine && c == ' ') stops = BlankEnds(plain, start, i);
            if (stops) return Phase().Match(plain, start) is { Success: true } phase ? start + phase.Length
                : oneLine && GuessedEnd(plain, start, i) is { } guessed ? guessed : WithRange(plain, i);
        }

        return plain.Length;
    }

    private static int? GuessedEnd(string plain, int start, int stop)
    {
        if (stop - start <= LongHeading) return null;
        if (Repeated().Match(plain, start) is { Success: true } repeated) return start + repeated.Length;
        return BodyBehind().Match(plain, start + ShortHeading) is { Success: true } body && body.Index + body.Length - start <= LongHeading
            ? body.Index + body.Length : null;
    }

    private static bool PointEnds(string plain, int at) => at + 1 >= plain.Length || plain[at + 1] == '\n'
        || (plain[at + 1] == ' ' && plain.AsSpan(at + 1).TrimStart(' ') is [>= '\u4e00', ..]);

    /// <summary>Whether the title ends in the middle of its sentence, where the wording seems to begin.</summary>
    public static bool IsGuessed(MappedText words, int end) => end > 0 && end < words.Length && words.Plain[end] is not ('。' or '!' or '\n' or ' ' or '(')
        && words.Plain[end - 1] != ')';

    public static string Of(MappedText words, bool oneLine) => Tidy(words.Slice(0, EndIn(words, oneLine)).Printed);

    /// <summary>Blanks and line ends between characters removed, between Latin words kept once; no closing punctuation.</summary>
    public static string Tidy(string printed)
    {
        var kept = new System.Text.StringBuilder(printed.Length);
        foreach (var word in printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (kept.Length > 0 && char.IsAsciiLetter(kept[^1]) && char.IsAsciiLetter(word[0])) kept.Append(' ');
            kept.Append(word);
        }

        return kept.ToString().TrimStart(Marks).Trim('。', '；', ';', '，', ',', '：', ':', '、', '.');
    }

    private static bool BlankEnds(string plain, int start, int at)
    {
        var before = at - start;
        return before >= 4 && at + 2 < plain.Length && plain[at - 1] is not ('、' or ',' or '"' or '“')
            && plain[at + 1] is not (',' or '、' or '。' or ')' or '”')
            && !char.IsAsciiLetterOrDigit(plain[at - 1]) && !(char.IsAsciiDigit(plain[at + 1]) && before < 8 && !Day().IsMatch(plain, at + 1));
    }

    // 严格学籍管理 9月20日前完成…: a day begins the wording.
    [GeneratedRegex(@"\G(?:20\d\d年|\d{1,2}月)")]
    private static partial Regex Day();

    private static int WithRange(string plain, int end) => RangeBehind().Match(plain, end) is { Success: true } behind
        ? behind.Index + behind.Length : end;
}
