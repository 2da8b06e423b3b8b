using System.Globalization;
using PlanTracker.Documents.Writing;
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
            ["只填写浅黄色各列，不改动其他各列；没有进展的在“无新进展”一列填“是”。填好后在“本期填报”页面上传。",
                string.Join("；", rounds.Select(x => $"《{x.Plan}》{x.Round}，截止 {Day(x.CutOffOn)}"))],
            [
                new(FormColumns.Id, 10, IsHidden: true), new(FormColumns.Plan, 22), new(FormColumns.Number, 9), new(FormColumns.Title, 40), new(FormColumns.Role, 7),
                new(FormColumns.DueOn, 12), new(FormColumns.Last, 40), new(FormColumns.LastPercent + "(%)", 10), new(FormColumns.Words, 50, IsOpen: true),
                new(FormColumns.Percent + "(%)", 10, IsOpen: true), new(FormColumns.Figures, 24, IsOpen: true), new(FormColumns.NothingNew + "(填“是”)", 12, IsOpen: true),
            ],
            [.. rounds.SelectMany(round => round.Rows.Where(x => x.MayBeReported).Select(IReadOnlyList<string?> (row) =>
            [
                row.Id.ToString(), round.Plan, row.Number, row.Title, labels[row.Role], row.DueOn is { } due ? Day(due) : "长期",
                row.Before is null ? null : row.Before.NothingNew ? "本期无新进展" : row.Before.Words, row.Percent.ToString(CultureInfo.InvariantCulture),
                row.DraftWords, row.DraftPercent?.ToString(CultureInfo.InvariantCulture), row.DraftFigures, null,
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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
