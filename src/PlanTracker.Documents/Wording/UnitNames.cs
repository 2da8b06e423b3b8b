using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>What the names of public bodies look like.</summary>
public static partial class UnitNames
{
    /// <summary>Longest name that is taken without a doubt, in characters.</summary>
    public const int LongestSure = 24;

    /// <summary>The words end as a body's name ends.</summary>
    [GeneratedRegex(
        @"(?:局|委|办|厅|部|院|所|站|队|室|科|(?<![控参持入])股|处|署|社|会|行|司|团|组|中心|公司|集团|政府|海关|学校|小学|中学|大学|学院|党校|妇联|残联|文联|[科足篮体作文记律]协|侨联|工商联|县委|市委|区委|" +
        @"共青团中央|乡|镇|街道|园区|开发区|新区|专班|公安|税务|气象|消防|馆|台|总队|报社|机关|林场|农场|机场|景区|片区|高新区|经开区|中央|总社|部门|单位|机构|企业|村|社区|分公司|电网|供电|烟草|邮政|石油|移动|电信|联通)$")]
    private static partial Regex Ending();

    // 各镇人民政府, 县级有关部门, 市直各单位, 相关站所, 领导小组成员单位
    [GeneratedRegex(
        @"^(?:地方)?(?:各|有关|相关|其他|其它|所有|全体|全区各|全县各|全市各|全省各|涉及)|^.{0,8}(?:各(?![界自])|有关|相关)|" +
        @"成员单位$|^.{0,4}(?:直|级|属)(?:部门|单位|机关|国有企业|国企|企事业单位|部门\(单位\))$|^.{1,4}政府(?:组成)?部门$")]
    private static partial Regex Group();

    // A further body under one 各: 各区、县级市; 各乡镇党委、人民政府
    [GeneratedRegex(
        @"^(?:县级市|人民政府|政府|街道|街道办事处|街道办|乡镇|乡|镇|社区|村|社区居委会|园区|开发区|功能区|管委会|高新区|经开区|管理区|直属机构|事业单位|企业|市|区|县|市\(区\)|县\(市\)|" +
        @"县\(市、区\)|社团|高校|党组|党工委|自治区|自治州|直辖市|乡镇人民政府|街道\(乡镇\)|新区)(?:人民政府|政府|办事处|管委会|党工委)?(?:\([^()]{2,8}\))?$")]
    private static partial Regex GroupContinues();

    // 区农发局区规划局: a body's end directly followed by the next one's level.
    [GeneratedRegex(@"(?<=[^县市区省](?:局|委|办|政府|中心|公司|大队|支队|总队|处|院|部|联|社|室|站|会))(?=[县市区省州](?!政府).{2}|(?:相关|有关|各)(?!成员))")]
    private static partial Regex GluedNames();

    private const int LongestAuthority = 3;

    // 省政府有关部门 are the departments of one body, not that body and others.
    [GeneratedRegex("(?:国务院|党中央|政府|党委)$")]
    private static partial Regex Authority();

    [GeneratedRegex("^(?:各|有关|相关)+(?:工作|组成|职能|直属)?(?:部门|机构|单位|委办局)")]
    private static partial Regex ItsDepartments();

    // 县乙局等县级有关部门, 县乙局及各镇: a body, and behind it a group.
    [GeneratedRegex("(?:等|和|及|与)[^、,;等]{0,8}(?:各|有关|相关)[^、,;]{1,12}$")]
    private static partial Regex GroupBehind();

    [GeneratedRegex("^[-@/]|[。:;!?=+\"“”《》]|的|应当|以及其|进行|开展|完成|建立|情况|负责|会同|(?<![自缘])由(?!贸)")]
    private static partial Regex NoName();

    public static bool IsGroup(string plain) => Group().IsMatch(plain);

    public static bool ContinuesGroup(string plain) => GroupContinues().IsMatch(plain);

    /// <summary>Ends as a body's name ends, the bracket behind it left out: 市场监管局（知识产权局）.</summary>
    public static bool LooksComplete(string plain)
    {
        var name = plain;
        if (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open) name = name[..open];
        return name.Length >= 2 && Ending().IsMatch(name);
    }

    /// <summary>A complete name with a group behind it: 县乙局等县级有关部门.</summary>
    public static bool LeadsToGroup(string plain) => GroupBehind().Match(plain) is { Success: true } group && LooksComplete(plain[..group.Index]);

    /// <summary>Nothing in the words speaks against a body's name.</summary>
    public static bool IsPlausible(string plain) => plain.Length is >= 2 and <= LongestSure && !NoName().IsMatch(plain);

    /// <summary>Where a name printed without separators is to be cut: 区农发局|区规划局.</summary>
    public static IReadOnlyList<int> CutsIn(string plain)
    {
        if (plain.Length < 5) return [];
        // What is listed with separators is no run of names; in brackets stands a remark.
        var run = plain.AsSpan().LastIndexOfAny("、,()") + 1;
        if (InBrackets(plain, run)) return [];
        var cuts = new List<int>();
        for (var match = GluedNames().Match(plain, Math.Max(2, run)); match.Success && match.Index < plain.Length - 2;
             match = GluedNames().Match(plain, match.Index + 2))
        {
            var before = plain.AsSpan(Math.Max(cuts.Count > 0 ? cuts[^1] : 0, match.Index - LongestAuthority)..match.Index);
            if (!Authority().IsMatch(before) || !ItsDepartments().IsMatch(plain.AsSpan(match.Index))) cuts.Add(match.Index);
        }

        return cuts;
    }

    private static bool InBrackets(string plain, int at)
    {
        var depth = 0;
        for (var i = 0; i < at; i++) depth += plain[i] switch { '(' => 1, ')' => -1, _ => 0 };
        return depth > 0;
    }
}
