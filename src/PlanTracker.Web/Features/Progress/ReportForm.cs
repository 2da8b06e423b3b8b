using System.Globalization;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Progress;

/// <summary>Writes the reporting form of the asker's units: one row per task, what was said last, and columns to fill. It is a Chinese office form in either language.</summary>
public static class ReportForm
{
    /// <summary>One sheet per plan would hide tasks from who looks at the first only: all stand on one.</summary>
    public static byte[] Write(IReadOnlyList<OpenReport.PlanRound> rounds, Labels labels)
    {
        Sheet sheet = new(
            "填报表",
            ["只填写浅黄色各列，不改动其他各列；没有进展的、长期任务仍在坚持的，在“无新进展”一列填“是”；已完成的时间节点写作“2026-03-31=2026-03-28”，多个用分号隔开。填好后在“本期填报”页面上传。",
                string.Join("；", rounds.Select(x => $"《{x.Plan}》{x.Round}，截止 {Day(x.CutOffOn)}"))],
            [
                new(FormColumns.Id, 10, IsHidden: true), new(FormColumns.Plan, 22), new(FormColumns.Number, 9), new(FormColumns.Title, 40), new(FormColumns.Role, 7),
                new(FormColumns.DueOn, 12), new(FormColumns.Last, 40), new(FormColumns.LastPercent + "(%)", 10), new(FormColumns.Words, 50, IsOpen: true),
                new(FormColumns.Percent + "(%)", 10, IsOpen: true), new(FormColumns.Figures, 24, IsOpen: true), new(FormColumns.NothingNew + "(或仍在坚持，填“是”)", 14, IsOpen: true),
                new(FormColumns.Milestones, 24), new(FormColumns.Reached + "(节点日期=完成日期)", 24, IsOpen: true),
            ],
            [.. rounds.SelectMany(round => round.Rows.Where(x => x.MayBeReported).Select(IReadOnlyList<string?> (row) =>
            [
                row.Id.ToString(), round.Plan, row.Number, row.Title, labels[row.Role], row.DueOn is { } due ? Day(due) : "长期",
                row.Before is null ? null : row.Before.NothingNew ? "本期无新进展" : row.Before is { StillDone: true, Words.Length: 0 } ? "仍在坚持" : row.Before.Words,
                row.Ongoing ? null : row.Percent.ToString(CultureInfo.InvariantCulture),
                row.DraftWords, row.DraftPercent?.ToString(CultureInfo.InvariantCulture), row.DraftFigures, null,
                string.Join("；", row.OpenMilestones.Select(x => $"{Day(x.DueOn)} {x.Words}".Trim())), Written(row.DraftReached),
            ]))])
        {
            IsProtected = true,
        };
        return SheetWriter.Write(sheet);
    }

    /// <summary>The form of whoever is signed in; of units that are not his it has no row.</summary>
    public static void MapReportForm(this WebApplication app) =>
        app.MapGet("/report/form.xlsx", async (HttpContext context, Dispatcher dispatcher, Labels labels) =>
        {
            var rounds = await dispatcher.Send(context.User, new OpenReport.Query(), context.RequestAborted);
            if (rounds.Count == 0)
                return Results.NotFound();
            return Results.File(
                Write(rounds, labels), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"填报表 {rounds[0].Round}.xlsx");
        }).RequireAuthorization();

    private static string Written(string marks) => string.Join("；", MilestoneMarks.Parse(marks).All.Select(x => $"{Day(x.DueOn)}={Day(x.ReachedOn)}"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
