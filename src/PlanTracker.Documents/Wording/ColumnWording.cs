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
        var head = string.Concat(plainHead.Where(c => !char.IsWhiteSpace(c)));
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

    [GeneratedRegex("^(?:序号|编号|序|号|项次|任务编号|序列|No\\.?)$")]
    private static partial Regex NumberHead();

    [GeneratedRegex("来源|依据|备注|进展|完成情况|落实情况|说明|电话|联系|指导|范围|佐证|状态|是否|资金|投资|联络|督查|督办|职务|手机|邮箱|传真|现状|序列|姓名")]
    private static partial Regex IgnoredHead();

    [GeneratedRegex("时限|时间|期限|节点|日期|进度安排|时序|完成期")]
    private static partial Regex TimeHead();

    [GeneratedRegex("^(?:.{0,4}(?:类别|分类|类型|领域|板块|大类|专项|方面|阶段|步骤)|一级指标|维度|所属.*)$")]
    private static partial Regex GroupHead();

    [GeneratedRegex("目标值|年度目标|目标要求|指标|预期目标|工作目标|目标$|数量")]
    private static partial Regex TargetHead();

    [GeneratedRegex("任务|内容|事项|实事|措施|举措|工作|要求|项目|问题|清单|要点|名称|目标|建议")]
    private static partial Regex ContentHead();
}
