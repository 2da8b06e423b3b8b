using System.Security.Claims;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Units;

public static class UnitEndpoints
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    /// <summary>The register as files. Who may not read it is told that there is nothing.</summary>
    public static void MapUnits(this WebApplication app)
    {
        app.MapGet("/units/export.csv", (Guid? place, ClaimsPrincipal user, Dispatcher dispatcher, Clock clock) =>
            Csv(new ExportUnits.Query(place), user, dispatcher, name => $"{name}单位名录-{clock.Today:yyyyMMdd}.csv"));
        app.MapGet("/units/export.xlsx", (Guid? place, ClaimsPrincipal user, Dispatcher dispatcher, Clock clock) =>
            Workbook(new ExportUnits.Query(place), user, dispatcher, name => $"{name}单位名录-{clock.Today:yyyyMMdd}.xlsx"));
        app.MapGet("/units/leaders/export.csv", async (Guid? place, ClaimsPrincipal user, Dispatcher dispatcher, Clock clock) =>
            await dispatcher.Send(user, new ExportLeaders.Query(place)) is { IsDone: true, Value: var leaders }
                ? Results.File(leaders.Csv(), CsvType, $"{leaders.Place}分管领导-{clock.Today:yyyyMMdd}.csv") : Results.NotFound());
        app.MapGet("/units/leaders/export.xlsx", async (Guid? place, ClaimsPrincipal user, Dispatcher dispatcher, Clock clock) =>
            await dispatcher.Send(user, new ExportLeaders.Query(place)) is { IsDone: true, Value: var leaders }
                ? Results.File(leaders.Xlsx(), WorkbookType, $"{leaders.Place}分管领导-{clock.Today:yyyyMMdd}.xlsx") : Results.NotFound());
        app.MapGet("/units/template.xlsx", (Guid? place, ClaimsPrincipal user, Dispatcher dispatcher) =>
            Workbook(new ExportUnits.Query(place, HeadsOnly: true), user, dispatcher, _ => "单位名录模板.xlsx"));
    }

    private static async Task<IResult> Workbook(ExportUnits.Query query, ClaimsPrincipal user, Dispatcher dispatcher, Func<string, string> fileName)
    {
        var exported = await dispatcher.Send(user, query);
        return exported.IsDone
            ? Results.File(exported.Value.Xlsx(), WorkbookType, fileName(exported.Value.Place))
            : Results.NotFound();
    }

    private static async Task<IResult> Csv(ExportUnits.Query query, ClaimsPrincipal user, Dispatcher dispatcher, Func<string, string> fileName)
    {
        var exported = await dispatcher.Send(user, query);
        return exported.IsDone ? Results.File(exported.Value.Csv(), CsvType, fileName(exported.Value.Place)) : Results.NotFound();
    }
}
