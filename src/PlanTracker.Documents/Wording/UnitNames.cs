using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

/// <summary>What the names of public bodies look like.</summary>
public static partial class UnitNames
{
    /// <summary>Longest name that is taken without a doubt, in characters.</summary>
    public const int LongestSure = 24;

    /// <summary>The words end as a body's name ends.</summary>
    [GeneratedRegex(
        @"(?:局|委|办|厅|部|院|所|站|队|室|科|(?<![控参持入])股|处|署|社|会|行|司|团|组|中心|公司|集团|政府|海关|学校|完小|小学|中学|大学|学院|党校|妇联|残联|文联|[科足篮体作文记律]协|侨联|工商联|县委|市委|区委|" +
        @"共青团中央|乡|镇|街道|庭|宫|厂|书店|幼儿园|[中小党分]校|中心校|[一二三四五六七八九十初高职]中|人大|政协|农商行|医共体|[城交水文旅建]投|园区|开发区|新区|专班|公安|税务|气象|消防|馆|台|总队|报社|机关|林场|农场|机场|景区|片区|" +
        @"示范区|高新区|经开区|中央|总社|部门|单位|机构|企业|村|社区|分公司|电网|供电|烟草|邮政|石油|移动|电信|联通)$")]
    private static partial Regex Ending();

    // 各镇人民政府, 县级有关部门, 市直各单位, 相关站所, 领导小组成员单位
    [GeneratedRegex(
        @"^(?:地方)?(?:各|有关|相关|其他|其它|所有|全体|全区各|全县各|全市各|全省各|涉及)|^.{0,8}(?:各(?![界自])|有关|相关)|" +
        @"成员单位$|^.{0,4}(?:直|级|属)(?:部门|单位|机关|国有企业|国企|企事业单位|部门\(单位\))$|^.{1,4}政府(?:组成)?部门$")]
    private static partial Regex Group();

    // 市直政法单位, 县级公立医院, 行业主管部门, 县级有审批职能的部门: told by what they are, not by name.
    [GeneratedRegex(
        @"^[省市县区州旗局委镇乡](?:直|级|属|管)[^、,局委办厅站所]{0,8}(?:部门|单位|机关|企业|高校|院校|医院|学校|卫生机构|医疗机构|平台公司)(?:\(单位\))?$|" +
        @"^[省市县区州旗]?(?:行业|业务|项目|资金|任务|行政|归口)?(?:主管|监管|职能|执法|审批|建设|业主|实施|牵头|责任|成员|承办|征收|涉改)(?:主管|监管|责任|业主|牵头)?(?:部门|单位|机构)(?:和单位)?$|" +
        @"的(?:[^、,]{0,4})(?:部门|单位|机构|企业|乡镇|镇|乡|街道|村|学校|县区)$")]
    private static partial Regex Described();

    // 沿线镇（街道）, 属地乡镇人民政府, 项目所在地县（市、区）: told by where they lie.
    [GeneratedRegex(@"^(?:(?:项目|工程)?(?:沿线|沿岸|沿[江河湖海黄]|流域内?|属地|所在地?|辖区内?|库区|涉农)|沿[^、,]{1,4}线)的?" +
        @"(?:县区|区县|乡镇|镇乡|镇街|街镇|街道|社区|村居?|[县市区旗乡镇](?!人大))(?:\([^()]{1,12}\))?(?:人民政府|政府|办事处|党委|党委政府|街道办事处|管委会|派出所)?$")]
    private static partial Regex Lying();

    private const string Kind = "县级市|省直管县市?|直管市|[市县区州盟旗]{2,4}|[乡镇街办]{2,3}|街道|街|乡镇|乡|镇|社区|村居?|园区|开发区|功能区|高新区|经开区|管理区|新区|自治区|自治州|直辖市|市|区|县|旗|州|社团|群团|"
        + "社会组织|协会|商会|高校|高等院校|院校|科研院所|科研机构|学校|中学|小学|中小学|幼儿园|医院|卫生院|医疗机构|企业|企事业单位|国企|国有企业|事业单位|直属机构|部门|单位|机构|"
        + "站所|科室|股室|处室|窗口|林场|农场|银行|保险机构|保险公司|金融机构|支行|党支部|支部|总支|党小组|党委|党总支|办|所|站|中心|队|庭|人民法庭|派出法庭|派驻检察室|检察室";

    // A further body under one 各: 各区、县级市; 各乡镇党委、人民政府; 各中小学、幼儿园党组织. A bracket tells of several kinds: 县（市、区）公安局.
    [GeneratedRegex(
        @"^(?:(?:" + Kind + @")(?:\([^()]{1,12}\))?)?(?:人民政府|政府|街道办事处|办事处|管委会|居委会|党委|党工委|党组|党组织|委员会)?(?:\([^()]{2,12}\))?$|" +
        @"^[县区市旗乡镇]\([县市区州旗、镇乡街道办]{1,7}\)(?:[^、,()]{1,8}(?:局|委|办|会|院|部|联|队|社|中心))?$")]
    private static partial Regex GroupContinues();

    // 区农发局区规划局: a body's end directly followed by the next one's level.
    [GeneratedRegex(@"(?<=[^县市区省](?:局|委|办|政府|中心|公司|大队|支队|总队|处|院|部|联|社|室|站|会))(?=[县市省州](?!政府).{2}|(?<!社)区(?!政府).{2}|(?:相关|有关|各)(?!(?:有关|相关)?成员|" +
        @"进驻|入驻|承办|下属|所属|内设|直属|派出|协调小组|专项|专业|工作组|专题|支部|科室|股室|处室|党))")]
    private static partial Regex GluedNames();

    // 市公安局市南分局: the place of a branch may begin as a level does.
    [GeneratedRegex("^[省市县区州][^省市县区州局委办、,]{1,2}(?:分局|支局|分公司|支行|分行|分中心)$")]
    private static partial Regex BranchBehind();

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

    public static bool IsGroup(string plain) => Group().IsMatch(plain) || Described().IsMatch(plain) || Lying().IsMatch(plain);

    public static bool ContinuesGroup(string plain) => plain.Length > 0 && GroupContinues().IsMatch(plain);

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
        // 县商务局(牵头)县城管局; 各区(市)县政府 is one group.
        if (run > 4 && plain[run - 1] == ')' && Level().IsMatch(plain, run) && LooksComplete(plain[run..]) && LooksComplete(plain[..run]) && !IsGroup(plain[..run]))
            cuts.Add(run);
        for (var match = GluedNames().Match(plain, Math.Max(2, run)); match.Success && match.Index < plain.Length - 2;
             match = GluedNames().Match(plain, match.Index + 2))
        {
            if (BranchBehind().IsMatch(plain.AsSpan(match.Index))) continue;
            var before = plain.AsSpan(Math.Max(cuts.Count > 0 ? cuts[^1] : 0, match.Index - LongestAuthority)..match.Index);
            if (!Authority().IsMatch(before) || !ItsDepartments().IsMatch(plain.AsSpan(match.Index))) cuts.Add(match.Index);
        }

        return cuts;
    }

    [GeneratedRegex(@"\G[县市区省州](?!政府|人民)[^()、,]{2,}$")]
    private static partial Regex Level();

    private static bool InBrackets(string plain, int at)
    {
        var depth = 0;
        for (var i = 0; i < at; i++) depth += plain[i] switch { '(' => 1, ')' => -1, _ => 0 };
        return depth > 0;
    }
}
