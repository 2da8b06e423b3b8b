using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Tables;
using PlanTracker.Documents.Writing;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Audit;

/// <summary>The log as a table: what the page shows and the hashes. No cell is ever a formula, whatever somebody typed.</summary>
public sealed class AuditSheet(IStringLocalizer<Words> words, DeedWords deeds)
{
    public byte[] Csv(IReadOnlyList<ListEntries.Row> rows) => CsvText.Write([[.. Heads.Select(x => x.Title)], .. rows.Select(Cells)]);

    public byte[] Xlsx(IReadOnlyList<ListEntries.Row> rows) => SheetWriter.Write(new Sheet(words["审计日志"], [], Heads, [.. rows.Select(Cells)]));

    private IReadOnlyList<SheetColumn> Heads =>
    [
        new(words["序号"], 8), new(words["时间"], 24), new(words["经办人"], 14), new(words["角色"], 18), new(words["单位"], 26), new(words["来源地址"], 16), new(words["事项"], 20),
        new(words["对象"], 12), new(words["任务"], 40), new(words["结果"], 10), new(words["原因"], 40), new(words["参数"], 60), new(words["前一条"], 66), new(words["摘要"], 66),
    ];

    private IReadOnlyList<string> Cells(ListEntries.Row row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), Clock.Local(row.At).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), row.Person,
        deeds.Functions(row.Functions), row.Unit, row.Address, deeds.Deed(row.Action), deeds.Kind(row.ObjectKind), row.ObjectTitle,
        row.Outcome == DeedOutcome.Done ? words["完成"] : words["被拒绝"], row.Refusal.Length > 0 ? deeds.Refusal(row.Refusal) : "", row.Arguments, row.Before, row.Hash,
    ];
}

public static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddScoped<DeedWords>().AddScoped<AuditSheet>();

    /// <summary>The log as files, for the auditor alone; all others are told that there is nothing.</summary>
    public static void MapAudit(this WebApplication app)
    {
        app.MapGet("/audit/log.csv", ([AsParameters] Asked asked) => asked.File((sheet, rows) => sheet.Csv(rows), "text/csv; charset=utf-8", "csv"));
        app.MapGet("/audit/log.xlsx", ([AsParameters] Asked asked) =>
            asked.File((sheet, rows) => sheet.Xlsx(rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));
    }

    private readonly record struct Asked(
        string? Who, string? From, string? To, string? Deed, string? Outcome, ClaimsPrincipal User, Dispatcher Dispatcher, AuditSheet Sheet, Clock Clock)
    {
        public async Task<IResult> File(Func<AuditSheet, IReadOnlyList<ListEntries.Row>, byte[]> write, string type, string ending)
        {
            ListEntries.Query query = new(
                new AuditNarrowing(Who ?? "", Day(From), Day(To)), Deed ?? "",
                Enum.TryParse<DeedOutcome>(Outcome, out var outcome) && Enum.IsDefined(outcome) ? outcome : null, ForExport: true);
            var listed = await Dispatcher.Send(User, query);
            return listed.IsDone ? Results.File(write(Sheet, listed.Value.Rows), type, $"审计日志-{Clock.Today:yyyyMMdd}.{ending}") : Results.NotFound();
        }

        private static DateOnly? Day(string? text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
