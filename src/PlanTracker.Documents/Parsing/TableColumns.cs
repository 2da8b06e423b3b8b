using System.Text.RegularExpressions;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

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

/// <param name="FirstRow">First row behind the head.</param>
internal sealed record TableHeader(IReadOnlyDictionary<int, ColumnMeaning> Columns, IReadOnlyList<string> Heads, int HeaderRow, int FirstRow)
{
    public int LastColumn { get; } = Columns.Keys.DefaultIfEmpty(0).Max();
}

/// <summary>Reads the head of a table of tasks.</summary>
internal static partial class TableColumns
{
    private const int RowsBeforeHeader = 12;

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

    /// <summary>The head of a table of tasks; null where the table is another.</summary>
    public static TableHeader? FindHeader(Grid grid)
    {
        for (var at = 0; at < grid.Rows.Count && at < RowsBeforeHeader; at++)
        {
            var below = at + 1 < grid.Rows.Count && IsSecondHead(grid.Rows[at], grid.Rows[at + 1]) ? 2 : 1;
            if (Read(grid, at, below) is { } header) return header;
        }

        return null;
    }

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

    // 责任分工 over 牵头单位 and 配合单位: a cell over several columns with the names of the columns below it.
    private static bool IsSecondHead(GridRow first, GridRow second) =>
        (first.Cells.Any(cell => cell.ColumnSpan > 1) || second.MarkedHeader && first.MarkedHeader || second.Cells.Any(cell => cell.Continues))
        && second.Cells.Where(cell => !cell.Continues && cell.Text.Length > 0).ToList() is { Count: > 0 } own
        && own.TrueForAll(cell => MeaningOf(cell.Text.Plain) is not null and not ColumnMeaning.Number)
        && first.Cells.Count(cell => MeaningOf(cell.Text.Plain) is not null) >= 1;

    private static TableHeader? Read(Grid grid, int at, int rows)
    {
        var columns = new Dictionary<int, ColumnMeaning>();
        var heads = new List<string>();
        foreach (var row in grid.Rows.Skip(at).Take(rows))
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Continues || MeaningOf(cell.Text.Plain) is not { } meaning) continue;
                if (IsAmbiguous(cell.Text.Plain) && !HoldsBodies(grid, at + rows, cell.Column)) meaning = ColumnMeaning.Ignored;
                for (var column = cell.Column; column < cell.Column + Math.Min(cell.ColumnSpan, 40); column++) columns[column] = meaning;
                heads.Add(string.Concat(cell.Text.Plain.Where(c => !char.IsWhiteSpace(c))));
            }
        }

        if (!columns.ContainsValue(ColumnMeaning.Content) && !columns.ContainsValue(ColumnMeaning.Target))
        {
            // What parts other tables into groups is here the only wording.
            foreach (var (column, _) in columns.Where(column => column.Value == ColumnMeaning.Group).Take(1).ToList())
                columns[column] = ColumnMeaning.Content;
        }

        var content = columns.ContainsValue(ColumnMeaning.Content) || columns.ContainsValue(ColumnMeaning.Target);
        var answers = columns.Values
            .Any(meaning => meaning is ColumnMeaning.Lead or ColumnMeaning.Responsible or ColumnMeaning.Cooperating or ColumnMeaning.Mixed
            or ColumnMeaning.Leader or ColumnMeaning.Time);
        var numbered = columns.ContainsValue(ColumnMeaning.Number);
        return content && heads.Distinct().Count() >= 2
            && (answers || (numbered && columns.Values.Count(meaning => meaning != ColumnMeaning.Ignored) >= 3))
            ? new TableHeader(columns, heads, at, at + rows) : null;
    }

    // 单位 heads a column of bodies, or one of measures (张, %, 万元).
    private static bool IsAmbiguous(string plainHead) => string.Concat(plainHead.Where(c => !char.IsWhiteSpace(c))) is "单位" or "部门";

    private static bool HoldsBodies(Grid grid, int firstRow, int column)
    {
        const int rowsLookedAt = 20;
        var cells = grid.Rows.Skip(firstRow).Take(rowsLookedAt)
            .Select(row => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text.Trim().Plain)
            .Where(words => !string.IsNullOrEmpty(words)).ToList();
        return 2 * cells.Count(words => words!.Length > 2 && (UnitNames.LooksComplete(words) || UnitNames.IsGroup(words))) >= cells.Count;
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

    [GeneratedRegex("任务|内容|事项|措施|举措|工作|要求|项目|问题|清单|要点|名称|目标|建议")]
    private static partial Regex ContentHead();
}
