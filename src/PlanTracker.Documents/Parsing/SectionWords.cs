using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Parsing;

/// <summary>What the heading of a section says of the items under it.</summary>
internal static partial class SectionWords
{
    /// <summary>It states and orders nothing: 指导思想, 基本原则, 工作目标.</summary>
    [GeneratedRegex(
        "^(?:指导思想|总体(?:要求|思路|目标|部署)|基本(?:原则|要求|情况|思路)|工作(?:原则|目标|思路|背景)|(?:主要|发展|总体|建设|行动|年度|预期|整治|创建|攻坚|近期|远期|中期|阶段|环境|改革|治理|规划|普法)?目标(?:要求)?|" +
        "(?:编制|制定|规划|发展)?(?:背景|依据|目的|意义)|(?:重要|重大|战略)意义|(?:规划|发展|工作)(?:基础|环境|背景)|功能定位|(?:充分|深刻|切实)?认识.{2,30}(?:重要性|必要性|紧迫性|意义)|适用范围|试点范围|" +
        "实施范围|整治范围|定义.*|评估内容|(?:发展)?现状.*|(?:面临的?)?形势.*|(?:面临的?)?机遇(?:和|与)挑战|总则|附则|组织(?:机构|架构)|机构设置|成员名单|名词解释|有关说明|组成人员|人员组成|主要职责|公示(?:目的|范围|" +
        "方式|时间).{0,6}|.{2,4}原则)$|" +
        "指导思想|^(?:总体要求|工作目标|目标任务?和).{0,8}$|^(?:指导思想|总体要求|基本原则).*")]
    private static partial Regex Statement();

    /// <summary>Its items are tasks only where they name units or a day.</summary>
    [GeneratedRegex("保障措施|组织保障|工作保障|(?<!党)组织领导|工作要求|有关要求|相关要求|实施保障|组织实施|保障机制|强化保障|纪律要求|推进措施|^(?:工作)?(?:推进|推动|协调|落实|工作)机制$|^(?:加强)?保障$|^要求$|要求$")]
    private static partial Regex Safeguard();

    // What such items are called under another heading: 三、工作措施（一）加强组织领导（二）保障工作经费（三）强化督促检查.
    [GeneratedRegex(
        "^(?:(?:切实|全面|进一步)?(?:加强|强化|加大|健全|完善|落实|明确|压实|严格|严明|保障|做好|提高|搞好|统一|广泛|注重|严肃|抓好|及时))*(?:对.{2,10}的)?" +
        "(?:思想认识|认识|组织(?:领导|保障|协调|实施|推动)|领导|(?:工作)?责任(?:落实|分工|体系|制|追究)?|协调(?:配合|联动)|协作配合|部门协[作同调]|工作合力" +
        "|统筹(?:协调|推进)?|(?:工作|专项)?经费(?:投入|保障)?|资金(?:投入|保障|支持)?|要素保障|政策(?:支持|保障)|保障措施|队伍(?:建设|保障)" +
        "|督[导查察办促](?:检查|考核|指导|落实|问责|通报)?|监督(?:检查|考核|问责|管理|指导)|检查(?:考核|指导|督促)?|跟踪问效" +
        "|考[核评](?:评价|奖惩|问责|督查|监督)?|问责|追责问责|(?:工作)?纪律|宣传(?:引导|发动|教育|报道|力度|工作)?|舆论(?:引导|氛围|宣传)" +
        "|信息(?:报送|反馈)|报送(?:信息|材料|计划|总结)|总结(?:经验|提升|推广)?|工作作风|作风建设)$")]
    private static partial Regex SafeguardItem();

    [GeneratedRegex("下一?步|下阶段|今后|工作(?:打算|安排|计划|思路)|努力方向|明年|来年|下一年|(?:20\\d\\d)年.{0,20}(?:打算|安排|计划|思路|工作重点)|打算")]
    private static partial Regex NextSteps();

    [GeneratedRegex("问题|不足|困难|成效|做法|进展|完成情况|推进情况")]
    private static partial Regex Telling();

    /// <summary>What is to be done stands under it: 主要任务, 工作措施.</summary>
    [GeneratedRegex("^(?:主要|重点|工作|具体|目标|整治|整改|实施)+(?:任务|措施|工作|内容)(?:及(?:分工|措施|要求))?$")]
    private static partial Regex Work();

    public static bool IsWork(string plainTitle) => Work().IsMatch(plainTitle);

    public static bool IsStatement(string plainTitle) => Statement().IsMatch(plainTitle);

    public static bool IsSafeguard(string plainTitle) => plainTitle.Length <= 24 && Safeguard().IsMatch(plainTitle);

    /// <summary>Such items speak of how the work is led, paid for and checked, whatever stands above them.</summary>
    public static bool IsSafeguardItem(string plainTitle) => plainTitle.Length <= 16 && SafeguardItem().IsMatch(plainTitle);

    public static bool IsNextSteps(string plainTitle) => NextSteps().IsMatch(plainTitle) && !Telling().IsMatch(plainTitle);
}
