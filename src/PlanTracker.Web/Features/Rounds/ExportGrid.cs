using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Writing;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>The grid as a sheet: units down, tasks across, one word a cell.</summary>
public sealed class GridSheet(IStringLocalizer<Words> words, Labels labels)
{
    public Sheet Of(RoundGrid.Result grid) => new(
        grid.Round.Name,
        [words["《{0}》{1} 填报表", grid.PlanTitle, grid.Round.Name], words["截止 {0}，应报 {1} 项，已报 {2} 项，未报 {3} 项，退回 {4} 项，迟报 {5} 项",
            grid.Round.CutOffOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), grid.Asked, grid.Reported, grid.NotReported, grid.Returned, grid.Late]],
        [new SheetColumn(words["单位"], 28), new SheetColumn(words["已报"], 8), new SheetColumn(words["应报"], 8),
            .. grid.Tasks.Select(task => new SheetColumn(task.Number.Length > 0 ? task.Number : task.Title, 11))],
        [.. grid.Units.Select(unit => Row(unit, grid.Tasks))]);

    private IReadOnlyList<string?> Row(RoundGrid.UnitRow unit, IReadOnlyList<RoundGrid.TaskColumn> tasks) =>
    [
        unit.Name, Number(unit.Reported), Number(unit.Asked),
        .. tasks.Select(task => unit.Cells[task.Id].Any() ? string.Join('、', unit.Cells[task.Id].Select(cell => labels[cell.State])) : null),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

public static class GridEndpoint
{
    public static void MapRounds(this WebApplication app) =>
        app.MapGet("/rounds/{id:guid}/grid.xlsx", async (Guid id, HttpContext context, Dispatcher dispatcher, GridSheet sheet) =>
        {
            var outcome = await dispatcher.Send(context.User, new RoundGrid.Query(id), context.RequestAborted);
            return outcome.IsDone
                ? Results.File(
                    SheetWriter.Write(sheet.Of(outcome.Value)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{outcome.Value.Round.Name}.xlsx")
                : Results.NotFound();
        }).RequireAuthorization();
}
