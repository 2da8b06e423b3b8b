using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>For which tasks a clause of units holds.</summary>
public enum ClauseReach
{
    /// <summary>For the task it stands in: 该项工作由X负责, and where nothing is said.</summary>
    Own,

    /// <summary>以上三项任务由X负责</summary>
    Above,

    /// <summary>以下任务由X负责</summary>
    Below,

    /// <summary>本部分任务由X负责</summary>
    Section,

    /// <summary>本方案各项任务由X负责</summary>
    Document,
}

/// <summary>The words before a clause that say for which tasks it holds.</summary>
/// <param name="Length">Characters of the words, 0 where there are none.</param>
/// <param name="Count">How many tasks above, where the words say so: 以上三项.</param>
/// <param name="From">The first of the numbers named, where they are: 1—3项.</param>
public readonly partial record struct ClauseScope(ClauseReach Reach, int Length, int? Count = null, int? From = null, int? To = null)
{
    private const string Number = @"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})";

    private const string Matter = "(?:重点|主要|具体|各项|专项|工作|整治|建设|改革)*(?:任务|工作|措施|事项|内容|项目|活动|行动|要求)*";

    private const string Behind = @" ?(?:的|所列)?[,:]?(?:均|都|全部|统一|一并|分别)*(?=由|请|:|" +
        "(?:主要|第一|共同|具体)?(?:牵头|责任|配合|主办|承办|协办|参与|落实|负责|实施|主管|分管|包保|包抓)(?:责任|县|市|区)?(?:单位|部门|科室|领导|机构|人|站所)" +
        "|[省县市区镇乡州各](?!级))";

    [GeneratedRegex(@"\G(?:(?:以上|上述|前述|上列)(?:第?(?<from>" + Number + @")[-至到](?<to>" + Number + ")|(?<count>" + Number + ")(?=[大个条类方项点款]))?" +
        "[各几]?(?:大|个|条|类|方面|项|点|款)*(?:所有|全部)?" + Matter +
        @"|第?\(?(?<from>" + Number + @")\)?(?:项|条)?(?:-|至|到)第?\(?(?<to>" + Number + @")\)?(?:项|条)" + Matter + ")" + Behind)]
    private static partial Regex Above();

    [GeneratedRegex(@"\G(?:以下|下列)(?:" + Number + ")?(?:大|个|条|类|方面|项|点|款|各|所有|全部)*" + Matter + Behind)]
    private static partial Regex Below();

    [GeneratedRegex(@"\G(?:(?:本|该)(?:大?部分|章|节|大?类|板块|大项|方面|领域)|各项(?=任务|工作|措施))" + Matter + Behind)]
    private static partial Regex Section();

    [GeneratedRegex(@"\G本(?:实施|工作|行动)?(?:方案|计划|要点|意见|清单|通知)(?:确定|所列|明确|提出|中)?的?(?:各项|全部|所有)?" + Matter + Behind)]
    private static partial Regex Document();

    [GeneratedRegex(@"\G(?:(?:本|该|此)(?:项|条|款|阶段|次)|此)" + Matter + Behind)]
    private static partial Regex Own();

    /// <summary>What is said there of the tasks for which a clause holds; a length of 0 where nothing is.</summary>
    public static ClauseScope At(string plain, int at)
    {
        if (at >= plain.Length || !MayBegin(plain[at])) return default;
        if (Above().Match(plain, at) is { Success: true } above) return Named(above);
        if (Below().Match(plain, at) is { Success: true } below) return new ClauseScope(ClauseReach.Below, below.Length);
        if (Section().Match(plain, at) is { Success: true } section) return new ClauseScope(ClauseReach.Section, section.Length);
        if (Document().Match(plain, at) is { Success: true } document) return new ClauseScope(ClauseReach.Document, document.Length);
        return Own().Match(plain, at) is { Success: true } own ? new ClauseScope(ClauseReach.Own, own.Length) : default;
    }

    private static bool MayBegin(char c) => c is '以' or '上' or '前' or '下' or '本' or '该' or '此' or '各' or '第' or '(' || char.IsAsciiDigit(c)
        || ChineseNumerals.IsNumeral(c);

    private static ClauseScope Named(Match match) => new(ClauseReach.Above, match.Length, Value(match.Groups["count"]),
        Value(match.Groups["from"]), Value(match.Groups["to"]));

    private static int? Value(Group group) => group.Success ? group.Value == "两" ? 2 : ChineseNumerals.Parse(group.Value) : null;
}
