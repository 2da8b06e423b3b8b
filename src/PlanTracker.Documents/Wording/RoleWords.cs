using System.Text.RegularExpressions;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>What a label or the head of a column announces.</summary>
public enum FieldMeaning
{
    Lead,
    Responsible,
    Cooperating,

    /// <summary>配合/责任单位: one column for two roles.</summary>
    Mixed,
    Leader,
    Time,

    /// <summary>指导单位, 适用范围, 联系人…: a field that names no role.</summary>
    Other,
}

/// <summary>The lexicon of roles: labels before a list of units and verbs behind it.</summary>
public static partial class RoleWords
{
    // The most precise wording first: 牵头责任单位 is a lead although 责任单位 stands in it.
    private static readonly (Regex Wording, FieldMeaning Meaning)[] Labels =
    [
        (PersonLabel(), FieldMeaning.Leader),
        (OtherLabel(), FieldMeaning.Other),
        (TimeLabel(), FieldMeaning.Time),
        (MixedLabel(), FieldMeaning.Mixed),
        (LeadLabel(), FieldMeaning.Lead),
        (CooperatingLabel(), FieldMeaning.Cooperating),
        (ResponsibleLabel(), FieldMeaning.Responsible),
    ];

    // The longest ending wins; 指导 names no role (null).
    private static readonly (string Ending, Role? Role)[] Verbs =
    [
        .. LongestFirst(
            Role.Lead,
            "牵头负责", "牵头落实", "负责牵头", "牵头组织实施", "牵头实施", "牵头抓总", "牵头推进", "牵头督导", "牵头督办", "牵头协调", "总牵头", "牵头", "主办", "牵头抓好落实", "牵头办理", "牵头组织", "分别牵头", "分别牵头落实", "分别牵头负责", "共同牵头"),
        .. LongestFirst(
            Role.Responsible,
            "按职责分工负责", "按照职责分工负责", "按各自职责分工负责", "按职能分工负责", "按照各自职责分工负责", "按职责分工分别负责", "按职责分工落实", "按职责分工抓好落实",
            "按职责分工负责落实", "依职责分工负责", "按分工负责", "依职责负责", "按职责负责", "按照职责负责", "按各自职责负责", "依据职责分工负责", "根据职责分工负责",
            "按职责分工组织实施", "按职责分工推进", "按职责落实", "按职责抓好落实", "按职责分工", "按照职责分工", "分工负责", "分别负责", "具体负责", "共同负责", "负责落实",
            "负责组织实施", "负责实施", "结合实际落实", "结合实际抓好落实", "抓好落实", "组织实施", "组织落实", "分别落实", "具体落实", "负责", "承办", "落实", "具体实施", "实施",
            "共同组织实施", "联合组织实施", "负责办理", "研究提出落实意见", "研究落实", "牵头会同有关部门负责", "负责推进", "具体承办", "共同落实",
            "负责属地落实", "属地落实", "落实属地责任", "负责组织落实", "负责抓好落实"),
        .. LongestFirst(
            Role.Cooperating,
            "负责配合落实", "配合落实", "配合做好", "协助配合", "积极配合", "协同配合", "予以配合", "给予配合", "做好配合", "负责配合", "密切配合", "支持配合", "分工配合", "按职责分工配合",
            "按职责配合", "按职责分工参与", "共同参与", "配合实施", "配合", "协办", "协助", "参与", "参加", "协同", "协作"),
        .. LongestFirst(null, "督促指导", "负责指导", "加强指导", "监督指导", "指导督促", "指导"),
    ];

    private static readonly (string Ending, Role? Role)[] OrderedVerbs = [.. Verbs.OrderByDescending(verb => verb.Ending.Length)];

    /// <summary>The label of a field that stands before a colon in running text.</summary>
    [GeneratedRegex(
        "(?:主要|第一|共同|具体)?(?:牵头|责任|配合|主办|协办|承办|参与|参加|负责|实施|落实|指导|主责|协同|协助|主管|分管|包保|联系|挂联|包联|完成|整改|办理)" +
        "(?:责任|负责|和配合|及配合|/责任|/配合|实施|县|市|区|工作)?(?:单位|部门|科室|处室|机构|主体|股室|站所|领导|人员|责任人|人|时限|时间|期限|节点)" +
        @"(?:\([^()\n]{1,8}\))? *:|(?:牵头|配合|协办|主办|参与|时限|完成时限|时间节点|工作时限|时限要求|(?<![\u4e00-\u9fff])责任) *:")]
    public static partial Regex LabelInText();

    /// <summary>What the words of a label or a column's head announce; null where they are no such thing.</summary>
    public static FieldMeaning? MeaningOf(string plainLabel)
    {
        foreach (var (wording, meaning) in Labels)
        {
            if (wording.IsMatch(plainLabel)) return meaning;
        }

        return null;
    }

    public static Role? RoleOf(FieldMeaning meaning) => meaning switch
    {
        FieldMeaning.Lead => Role.Lead,
        FieldMeaning.Responsible => Role.Responsible,
        FieldMeaning.Cooperating or FieldMeaning.Mixed => Role.Cooperating,
        _ => null,
    };

    /// <summary>The verb of a role at the end of the words: X牵头, X按职责分工负责.</summary>
    /// <returns>Length of the verb, 0 where there is none; the role is null for 指导.</returns>
    public static (int Length, Role? Role) VerbAtEnd(string plain)
    {
        foreach (var (ending, role) in OrderedVerbs)
        {
            if (plain.EndsWith(ending, StringComparison.Ordinal)) return (ending.Length, role);
        }

        return Duty().Match(plain) is { Success: true } duty && UnitNames.LooksComplete(plain[..duty.Index])
            ? (duty.Length, duty.Groups["helps"].Success ? Domain.Plans.Role.Cooperating : Domain.Plans.Role.Responsible) : (0, null);
    }

    // 县财政局负责保障, 县公安局协助维持秩序
    [GeneratedRegex("(?:负责|做好|承担|(?<helps>协助|配合))(?!第一)[\u4e00-\u9fff]{2,8}$")]
    private static partial Regex Duty();

    private static IEnumerable<(string Ending, Role? Role)> LongestFirst(Role? role, params string[] endings) =>
        endings.Select(ending => (ending, role));

    [GeneratedRegex("^(?!.*(?:单位|部门).{0,2}(?:责任人|负责人|领导|牵头人)|.*(?:责任人|负责人|领导)(?:及|和|、|/)?(?:责任)?(?:单位|部门)).*(?:领导|责任人|负责人|牵头人|包保人|镇长|县长|区长|市长|主任$)")]
    private static partial Regex PersonLabel();

    [GeneratedRegex("指导|督导|监督单位|督办单位|验收|联系|联络|来源|范围|备注|审核单位|发布单位|填报|主办单位名")]
    private static partial Regex OtherLabel();

    [GeneratedRegex("时限|时间|期限|节点|完成日期|截止日期|进度要求|时序")]
    private static partial Regex TimeLabel();

    [GeneratedRegex("配合/?(?:、|和|及|或|与)?责任(?:单位|部门)|责任/配合")]
    private static partial Regex MixedLabel();

    [GeneratedRegex("牵头|主办|主责")]
    private static partial Regex LeadLabel();

    [GeneratedRegex("配合|协办|参与|参加|协同|协助|会办")]
    private static partial Regex CooperatingLabel();

    [GeneratedRegex("(?:责任|负责|承办|实施|落实|完成|承担|主管|主体)(?:单位|部门|科室|处室|机构|主体|股室|站所|分工)|^责任(?:落实)?$|^(?:单位|部门)$")]
    private static partial Regex ResponsibleLabel();
}
