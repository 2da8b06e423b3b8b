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

/// <summary>The lexicon of roles: the labels before a list of units.</summary>
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

    /// <summary>The label of a field that stands before a colon in running text.</summary>
    [GeneratedRegex(
        "(?:主要|第一|共同|具体)?(?:牵头|责任|配合|主办|协办|承办|参与|参加|负责|实施|落实|指导|主责|协同|协助|会办|主管|分管|包[保抓片村联案]|挂[点包钩联帅]|联系|完成|整改|办理)" +
        "(?:责任|负责|和配合|及配合|/责任|/配合|实施|县|市|区|工作|起草|编制|整改|建设|推进|落实|申报|承办|主管|业务|项目)?" +
        "(?:单位|部门|科室|处室|庭室|机构|主体|股室|站所|领导|人员|责任人|站|人|时限|时间|期限|节点)(?:[及和、/与]?(?:联系人|责任人|负责人))?" +
        @"(?:\([^()\n]{1,8}\))? *:|(?:牵头|配合|协办|主办|参与|时限|完成时限|时间节点|工作时限|时限要求|(?:任务|工作|职责)分工" +
        "|领衔(?:督办|领办|办理)?(?:领导|人)?|督办领导" +
        @"|(?<![\u4e00-\u9fff])(?:责任|[\u4e00-\u9fff]{0,2}时间(?:安排|要求)?)) *:")]
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

    [GeneratedRegex("^(?!.*(?:单位|部门).{0,2}(?:责任人|负责人|领导|牵头人)|.*(?:责任人|负责人|领导)(?:及|和|、|/)?(?:责任)?(?:单位|部门)).*(?:领导|责任人|负责人|牵头人|包保人|落实人|" +
        "领衔(?!单位|部门)|同志|责任干部|镇长|县长|区长|市长|主任$)")]
    private static partial Regex PersonLabel();

    [GeneratedRegex("指导|督导|监督单位|督办单位|验收|(?<!单位|部门|单位及|单位和)联系|联络|来源|范围|备注|审核单位|发布单位|填报|主办单位名")]
    private static partial Regex OtherLabel();

    [GeneratedRegex("时限|时间|期限|节点|完成日期|截止日期|进度要求|时序")]
    private static partial Regex TimeLabel();

    [GeneratedRegex("配合/?(?:、|和|及|或|与)?责任(?:单位|部门)|责任/配合")]
    private static partial Regex MixedLabel();

    [GeneratedRegex("牵头|主办|主责")]
    private static partial Regex LeadLabel();

    [GeneratedRegex("配合|协办|参与|参加|协同|协助|会办|协作|支持单位|支持部门")]
    private static partial Regex CooperatingLabel();

    [GeneratedRegex("(?:责任|负责|承办|实施|落实|完成|承担|主管|主体|整改|起草|提请|办理|执行|组织|主抓)(?:单位|部门|科室|处室|庭室|机构|主体|股室|站所|分工)|" +
        "^(?:任务|工作|职责)分工$|责任(?:主体|科|股|处|室|所|站|村|乡镇|镇|街道|社区|班组|工作组|专班|学校|企业|支部|工委|委室)|^责任(?:落实)?$|^(?:单位|部门)(?:名称)?$")]
    private static partial Regex ResponsibleLabel();
}
