using System.Text.RegularExpressions;

namespace PlanTracker.Documents.Wording;

internal enum ColumnMeaning
{
    Number,
    Group,
    Content,
    Target,
    Lead,
    Responsible,
    Cooperating,
    Mixed,
    Leader,
    Time,

    /// <summary>What is to be done by the time that the head names: 一季度 | 二季度.</summary>
    Stage,

    /// <summary>The head names a body, the cells what it has to do.</summary>
    Body,
    Ignored,
}

/// <summary>What the head of a column says that stands in it.</summary>
internal static partial class ColumnWording
{
    // The most precise first: 责任领导 is a person although 责任 stands in it, 任务来源 is no task.
    private static readonly (Regex Wording, ColumnMeaning Meaning)[] Heads =
    [
        (NumberHead(), ColumnMeaning.Number),
        (IgnoredHead(), ColumnMeaning.Ignored),
        (StageHead(), ColumnMeaning.Stage),
        (TimeHead(), ColumnMeaning.Time),
        (GroupHead(), ColumnMeaning.Group),
    ];

    private static readonly (Regex Wording, ColumnMeaning Meaning)[] Contents =
    [
        (TargetHead(), ColumnMeaning.Target),
        (ContentHead(), ColumnMeaning.Content),
    ];

    public static ColumnMeaning? MeaningOf(string plainHead)
    {
        var head = Bare(plainHead);
        if (head.Length is 0 or > 24) return null;
        if (First(Heads, head) is { } first) return first;
        if (RoleWords.MeaningOf(head) is { } meaning)
        {
            return meaning switch
            {
                FieldMeaning.Lead => ColumnMeaning.Lead,
                FieldMeaning.Responsible => ColumnMeaning.Responsible,
                FieldMeaning.Cooperating => ColumnMeaning.Cooperating,
                FieldMeaning.Mixed => ColumnMeaning.Mixed,
                FieldMeaning.Leader => ColumnMeaning.Leader,
                FieldMeaning.Time => ColumnMeaning.Time,
                _ => ColumnMeaning.Ignored,
            };
        }

        return First(Contents, head);
    }

    private static ColumnMeaning? First((Regex Wording, ColumnMeaning Meaning)[] table, string head)
    {
        foreach (var (wording, meaning) in table)
        {
            if (wording.IsMatch(head)) return meaning;
        }

        return null;
    }

    // 任务编号, 问题序号
    [GeneratedRegex("^(?:.{0,4}(?:序号|编号|编码)|序|号|项次|序列|条目|[Nn][Oo]\\.?|№)$")]
    private static partial Regex NumberHead();

    // 一季度, 2026年第二季度目标, 上半年, 3月份: what is to be done by the end of that time; 2026年: in that year.
    [GeneratedRegex("^(?:20\\d\\d年度?)?(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)末?" +
        "(?:工作|主要|重点|推进|形象)?(?:目标|任务|计划|安排|进度|节点|内容|要求|工作|举措)*$|^20\\d\\d年度?$")]
    private static partial Regex StageHead();

    [GeneratedRegex("来源|依据|备注|进展|完成情况|落实情况|(?<!(?:任务|问题|事项|工作|项目|内容))说明|电话|联系|指导|范围|佐证|状态|是否|资金|投资(?!项目)|联络|" +
        "(?:督查|督办)(?!事项|任务|内容|工作|项目|问题)|职务|手机|邮箱|传真|(?<!问题)现状|序列|姓名|(?:发现|交办|受理|收到|填报|转办|反馈)(?:时间|日期)")]
    private static partial Regex IgnoredHead();

    [GeneratedRegex("时限|时间|期限|节点|日期|进度(?:安排|计划|要求)|(?:计划|序时)进度|推进(?:计划|安排)|时序|完成期|^(?:月份|季度|时段)$")]
    private static partial Regex TimeHead();

    [GeneratedRegex("^(?:.{0,4}(?:类别|分类|类型|领域|板块|大类|专项|方面|阶段|步骤|条线|模块)|[一二三四]级指标|维度|所属.*)$")]
    private static partial Regex GroupHead();

    [GeneratedRegex("目标值|年度目标|目标要求|指标|预期目标|工作目标|目标$|数量")]
    private static partial Regex TargetHead();

    [GeneratedRegex("任务|内容|事项|实事|措施|举措|工作|要求|项目|问题|清单|要点|(?<!企业|公司|商户|场所|机构|学校|河流|水库|站点|人员|产品|设备|部位|点位|景区|单位)名称|" +
        "目标|建议|隐患|风险点|诉求|心愿|议[题案]|提案|案由|课题|标题|题目|短板|堵点|痛点|差距|活动|工程|成果")]
    private static partial Regex ContentHead();

    // 工作目标 and 整改目标 say what a task is for; 目标任务 is a task.
    [GeneratedRegex("目标(?:要求|值)?$")]
    private static partial Regex GoalHead();

    [GeneratedRegex("任务|内容|事项|实事|项目|问题|名称|隐患|^(?:重点|主要|具体|年度)?工作$")]
    private static partial Regex TaskHead();

    /// <summary>The column says what the tasks beside it are for, and not what they are.</summary>
    public static bool IsGoal(string plainHead) => GoalHead().IsMatch(Bare(plainHead));

    /// <summary>The column names tasks, and not how they are done.</summary>
    public static bool NamesTasks(string plainHead) => Bare(plainHead) is var head && !GoalHead().IsMatch(head) && TaskHead().IsMatch(head);

    [GeneratedRegex("问题|隐患|短板|差距|痛点|堵点|不足|现状|案由")]
    private static partial Regex FaultHead();

    /// <summary>The column tells what is wrong today, and not what is to be done about it.</summary>
    public static bool IsFault(string plainHead) => FaultHead().IsMatch(Bare(plainHead));

    // 建设单位, 项目业主
    [GeneratedRegex("^(?:项目)?(?:建设|业主|项目|申报|编制|经办|实施)(?:主体|单位|部门|科室|业主|法人)?$")]
    private static partial Regex OwnerHead();

    /// <summary>The column names who owns or builds what stands beside it.</summary>
    public static bool NamesOwner(string plainHead) => OwnerHead().IsMatch(Bare(plainHead));

    [GeneratedRegex("^(?:科室|股室|处室|科室队|乡镇|镇街|街道|村居|村|社区|县区|区县|县市区|属地|学校|院系|学院|站所|支部|党支部|专班|工作组|分工|任务分工|职责分工|责任)" +
        @"(?:名称)?$|^(?:乡镇|镇|县|村)\((?:街道|市、区|社区)\)$")]
    private static partial Regex PlaceHead();

    /// <summary>The column may name who answers, if bodies stand in it.</summary>
    public static bool MayNameBodies(string plainHead) => PlaceHead().IsMatch(plainHead);

    /// <summary>Without blanks.</summary>
    public static string Bare(string plainHead) => string.Concat(plainHead.Where(c => !char.IsWhiteSpace(c)));
}
