using System.Text.RegularExpressions;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>The verbs behind a list of bodies that give it its role: X牵头, X按职责分工负责, X积极配合.</summary>
internal static partial class RoleVerbs
{
    // 按各自职责分工, 依据职能, 结合实际
    private const string Manner = "(?:按照?|依照?|依据|根据|结合)(?:各自|其|自身)?的?(?:职责|职能|分工|权限|职权|实际)(?:任务|和?分工|权限|范围)?";

    /// <returns>Length of the verb, 0 where there is none; the role is null for 指导, which names none.</returns>
    public static (int Length, Role? Role) AtEnd(string plain)
    {
        var longest = (Length: 0, Role: (Role?)null);
        Take(Guides(), null);
        Take(Leads(), Role.Lead);
        Take(Helps(), Role.Cooperating);
        Take(Answers(), Role.Responsible);
        if (longest.Length > 0) return longest;
        return Duty().Match(plain) is { Success: true } duty && UnitNames.LooksComplete(plain[..duty.Index])
            ? (duty.Length, OfGroups(duty)) : (0, null);

        void Take(Regex verb, Role? role)
        {
            if (verb.Match(plain) is { Success: true, Length: var length } && length > longest.Length) longest = (length, role);
        }
    }

    /// <summary>The role that the groups "lead" and "helps" of a pattern tell; responsible where it found neither.</summary>
    public static Role OfGroups(Match match) =>
        match.Groups["lead"].Success ? Role.Lead : match.Groups["helps"].Success ? Role.Cooperating : Role.Responsible;

    [GeneratedRegex("(?:督促|负责|加强|监督|业务|指导|督促和)?指导(?:督促|监督|落实)?$|(?:跟踪|负责)?督[办导]$")]
    private static partial Regex Guides();

    [GeneratedRegex("(?:" + Manner + ")?(?:总|负责|分别|共同|联合|统一)?牵头(?:负责|组织|实施|落实|推进|推动|抓总|抓好|统筹|协调|督导|督办|办理|开展){0,3}$|主办$|主责$|(?:为|是|作为|担任)(?:牵头|主办|主责)(?:责任)?(?:单位|部门)$")]
    private static partial Regex Leads();

    [GeneratedRegex("(?:" + Manner + ")?(?:分工|共同|积极|密切|主动|全力|同步|负责|予以|给予|做好|支持|协同|协助){0,3}" +
        "(?:配合|协助|协办|参与|参加|协同|协作)(?:落实|实施|做好|推进|开展|工作)?$|(?:为|是|作为)(?:配合|协办|参与|协助)(?:单位|部门)$")]
    private static partial Regex Helps();

    [GeneratedRegex("(?:(?:" + Manner + ")?(?:分别|共同|联合|协同|具体|各自|统筹|分工|负责|属地|研究|推动|贯彻|督促|参照|遵照|认真|抓好|做好|(?<!党|社会|群团|经济)组织){0,4}" +
        "(?:负责|落实|实施|推进|承办|办理|执行)|按照?(?:各自)?(?:职责|职能)?分工|按照?(?:各自)?职责|统筹协调" +
        "|(?:为|是|作为)(?:责任|承办|实施|落实)(?:单位|部门|主体)|牵头会同有关部门负责|研究提出落实意见|(?:负责)?落实属地责任)$")]
    private static partial Regex Answers();

    // 县财政局负责保障, 县公安局协助维持秩序
    [GeneratedRegex("(?:负责|做好|承担|(?<helps>协助|配合))(?!第一|解释)[\u4e00-\u9fff]{2,8}$")]
    private static partial Regex Duty();
}
