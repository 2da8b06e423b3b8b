using System.Globalization;
using System.Text;
using PlanTracker.Documents;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Cli;

/// <summary>A draft for a person at a terminal: the document, its tasks in a table, then what the reader is unsure of.</summary>
internal static class HumanForm
{
    private const int TitleWidth = 40;
    private const int UnitsWidth = 48;

    private static readonly (Role Role, string Chinese, string English)[] Roles =
        [(Role.Lead, "牵头", "lead"), (Role.Responsible, "责任", "responsible"), (Role.Cooperating, "配合", "cooperating")];

    public static string Of(string file, ReadDocument read, WordingLanguage language)
    {
        var chinese = language == WordingLanguage.Chinese;
        var draft = read.Draft;
        var shown = new StringBuilder();
        shown.Append(file).Append('\n');
        if (draft.Kind != DocumentKind.Unreadable)
        {
            AppendHead(shown, draft, chinese);
            if (draft.Tasks.Count > 0)
                AppendTasks(shown, draft, chinese);
            if (draft.Passages.Count > 0)
                AppendPassages(shown, draft, chinese);
        }
        if (draft.Diagnostics.Count > 0)
        {
            shown.Append('\n').Append(chinese ? "需要核对:" : "To be checked:").Append('\n');
            foreach (var diagnostic in draft.Diagnostics)
            {
                var number = diagnostic.Task is { } index && index >= 0 && index < draft.Tasks.Count ? draft.Tasks[index].Number + " " : "";
                shown.Append("  - ").Append(OneLine(number + DiagnosticWording.Sentence(diagnostic, language))).Append('\n');
            }
        }
        return shown.Append('\n').ToString();
    }

    private static void AppendHead(StringBuilder shown, PlanDraft draft, bool chinese)
    {
        void Line(string zh, string en, string? value)
        {
            if (value is { Length: > 0 })
                shown.Append("  ").Append(chinese ? zh : en).Append(": ").Append(OneLine(value)).Append('\n');
        }

        Line("标题", "Title", draft.Title);
        Line("类型", "Kind", Kind(draft.Kind, chinese));
        Line("文号", "Number", draft.DocNumber);
        Line("发文单位", "Issuer", draft.Issuer);
        Line("成文日期", "Issued", draft.Issued?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("任务数", "Tasks", draft.Tasks.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static void AppendTasks(StringBuilder shown, PlanDraft draft, bool chinese)
    {
        string[] head = chinese ? ["编号", "任务", "责任分工", "时限"] : ["No.", "Task", "Units", "Due"];
        var rows = draft.Tasks
            .Select(task => new[] { task.Number, Cut(task.Title, TitleWidth), Cut(Units(task, chinese), UnitsWidth), Due(task, chinese) })
            .Prepend(head)
            .Select(static row => row.Select(OneLine).ToArray())
            .ToList();
        var widths = Enumerable.Range(0, head.Length).Select(column => rows.Max(row => Width(row[column]))).ToArray();
        shown.Append('\n');
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                shown.Append("  ").Append(row[column]);
                if (column + 1 < row.Length)
                    shown.Append(' ', widths[column] - Width(row[column]));
            }
            shown.Append('\n');
        }
    }

    private static void AppendPassages(StringBuilder shown, PlanDraft draft, bool chinese)
    {
        shown.Append('\n').Append(chinese ? "进展段落:" : "Progress told:").Append('\n');
        foreach (var passage in draft.Passages)
        {
            var figures = passage.Figures.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.What} {x.Value:0.##}{x.Measure}"));
            shown.Append("  - ").Append(OneLine(Cut(passage.Title, TitleWidth))).Append(" [").AppendJoin("; ", figures).Append("]\n");
        }
    }

    private static string Units(DraftTask task, bool chinese)
    {
        var parts = new List<string>();
        foreach (var (role, zh, en) in Roles)
        {
            var names = task.Units.Concat(task.Collectives).Where(unit => unit.Role == role).Select(static unit => unit.Name).ToList();
            if (names.Count > 0)
                parts.Add($"{(chinese ? zh : en)}: {string.Join('、', names)}");
        }
        return string.Join(chinese ? "；" : "; ", parts) + (task.AndOthers ? chinese ? "等" : " and others" : "");
    }

    private static string Due(DraftTask task, bool chinese)
    {
        var parts = task.Deadlines.Select(static dated => dated.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        if (task.Recurrence is { } recurrence)
            parts.Add(Every(recurrence, chinese));
        if (task.Ongoing)
            parts.Add(chinese ? "长期" : "ongoing");
        return string.Join(' ', parts);
    }

    private static string Every(Recurrence recurrence, bool chinese) => recurrence switch
    {
        Recurrence.Yearly => chinese ? "每年" : "yearly",
        Recurrence.HalfYearly => chinese ? "每半年" : "half-yearly",
        Recurrence.Quarterly => chinese ? "每季度" : "quarterly",
        Recurrence.Monthly => chinese ? "每月" : "monthly",
        Recurrence.Weekly => chinese ? "每周" : "weekly",
        _ => chinese ? "每日" : "daily",
    };

    private static string Kind(DocumentKind kind, bool chinese) => kind switch
    {
        DocumentKind.Plan => chinese ? "实施方案" : "plan",
        DocumentKind.KeyPoints => chinese ? "工作要点" : "key points",
        DocumentKind.Breakdown => chinese ? "任务分解表" : "task breakdown",
        DocumentKind.Report => chinese ? "工作报告" : "report",
        DocumentKind.Notice => chinese ? "通知" : "notice",
        _ => chinese ? "其他文件" : "other document",
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static string Cut(string text, int width)
    {
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            used += Width(text[i]);
            if (used > width)
                return text[..(i > 0 && char.IsHighSurrogate(text[i - 1]) ? i - 1 : i)] + "…";
        }
        return text;
    }

    private static int Width(string text) => text.Sum(Width);

    /// <summary>Columns of a terminal: Chinese characters and full-width signs take two.</summary>
    private static int Width(char c) => c is >= '\u1100' and not (>= '\u2000' and < '\u2E80') ? 2 : 1;
}
