using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Writing;
using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Rounds;

/// <summary>A round as sheets: units down, tasks across, one word a cell; of a closed round also what each cell says and the measures, all from its snapshot.</summary>
public sealed class GridSheet(IStringLocalizer<Words> words, Labels labels, LightSentences lights, ReportWords reports)
{
    public IReadOnlyList<Sheet> Of(RoundGrid.Result grid, IReadOnlyList<SnapshotCell> cells) =>
        grid.Closing is { } closing ? [Grid(grid), Details(grid, cells), Measures(grid, closing)] : [Grid(grid)];

    private Sheet Grid(RoundGrid.Result grid) => new(
        grid.Round.Name,
        [words["《{0}》{1} 填报表", grid.Round.PlanTitle, grid.Round.Name], words["截止 {0}，应报 {1} 项，已报 {2} 项，未报 {3} 项，退回 {4} 项，迟报 {5} 项",
            Day(grid.Round.CutOffOn), grid.Counts.Asked, grid.Counts.Reported, grid.Counts.NotReported, grid.Counts.Returned, grid.Counts.Late], .. Covers(grid)],
        [new SheetColumn(words["单位"], 28), new SheetColumn(words["已报"], 8), new SheetColumn(words["应报"], 8),
            .. grid.Tasks.Select(task => new SheetColumn(task.Number.Length > 0 ? task.Number : task.Title, 11))],
        [.. grid.Units.Select(unit => Row(unit, grid.Tasks))]);

    private IEnumerable<string> Covers(RoundGrid.Result grid)
    {
        yield return words[grid.Round.FiguresCumulative ? "累计数据，截至 {0}" : "当期数据，截至 {0}", Day(grid.Round.FiguresUpTo)];
        if (grid.Round.FiguresWanted.Length > 0)
            yield return words["填报数据及计量单位：{0}", grid.Round.FiguresWanted];
        if (grid.Closing is { } closing)
            yield return words["快照时间 {0}，本表此后不再变动。", Clock.Local(closing.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)];
    }

    private IReadOnlyList<string?> Row(RoundGrid.UnitRow unit, IReadOnlyList<SnapshotTask> tasks) =>
    [
        unit.Name, Number(unit.Reported), Number(unit.Asked),
        .. tasks.Select(task => unit.Cells[task.Id].Any() ? string.Join('、', unit.Cells[task.Id].Select(cell => labels[cell.State])) : null),
    ];

    private Sheet Details(RoundGrid.Result grid, IReadOnlyList<SnapshotCell> cells)
    {
        var (units, tasks) = (grid.Units.ToDictionary(x => x.Id, x => x.Name), grid.Tasks.ToDictionary(x => x.Id));
        return new Sheet(
            words["填报明细"], [],
            [new(words["任务"], 10), new(words["任务内容"], 34), new(words["单位"], 24), new(words["责任"], 8), new(words["填报情况"], 10), new(words["填报日期"], 12), new(words["填报人"], 12),
                new(words["进展情况"], 48), new(words["数据"], 24), new(words["进度"], 8), new(words["办理状态"], 12), new(words["时限"], 12), new(words["当日亮灯"], 12), new(words["说明"], 34)],
            [.. cells.Where(x => units.ContainsKey(x.OrgUnitId)).Select(cell => (IReadOnlyList<string?>)
            [
                tasks[cell.PlanTaskId].Number, tasks[cell.PlanTaskId].Title, units[cell.OrgUnitId], labels[cell.Role], labels[cell.Cell],
                cell.ReportedOn is { } on ? Day(on) : null, cell.ReportedByName,
                reports.Of(cell.Words, cell.Cell == RoundCell.NothingNew, cell.StillDone, cell.Reached),
                cell.Figures, $"{Number(cell.Percent)}%", labels[cell.State], cell.DueOn is { } due ? Day(due) : null,
                labels[cell.Light], lights.Sentence(cell.LightOfThatDay),
            ])]);
    }

    private Sheet Measures(RoundGrid.Result grid, RoundGrid.Closing closing) => new(
        words["当日指标"], [words["按 {0} 的情况计算，牵头、责任与配合分开，分母写在旁边。", Day(closing.Day)]],
        [new(words["单位"], 28), .. Sides().SelectMany(side => Enum.GetValues<Measure>().Select(measure => new SheetColumn($"{side}·{labels[measure]}", 14)))],
        [.. grid.Units.Where(x => x.Tally is not null).Select(x => Line(x.Name, x.Tally!.Value)), Line(words["全计划"], closing.Tally)]);

    private IEnumerable<string> Sides() => [words["牵头、责任"], words["配合"]];

    private static IReadOnlyList<string?> Line(string name, SidedTally tally) =>
        [name, .. new[] { tally.Lead, tally.Cooperating }.SelectMany(side => Enum.GetValues<Measure>().Select(measure => Value(measure, measure.Of(side))))];

    private static string Value(Measure measure, MeasureValue value) => value switch
    {
        { Denominator: null } => Number(value.Numerator),
        _ when measure.IsRate => value.Quotient is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.#}%（{value.Numerator}/{value.Denominator}）") : "—",
        _ when measure == Measure.AverageDaysLate => value.Quotient is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days:0.#}") : "—",
        _ => $"{Number(value.Numerator)}/{Number(value.Denominator.Value)}",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

public static class GridEndpoint
{
    public static void MapRounds(this WebApplication app) =>
        app.MapGet("/rounds/{id:guid}/grid.xlsx", async (Guid id, HttpContext context, Dispatcher dispatcher, GridSheet sheet) =>
        {
            var outcome = await dispatcher.Send(context.User, new RoundGrid.Query(id), context.RequestAborted);
            var cells = await dispatcher.Send(context.User, new ReadCells.Query(id), context.RequestAborted);
            return outcome.IsDone && cells.IsDone
                ? Results.File(
                    SheetWriter.Write(sheet.Of(outcome.Value, cells.Value)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    $"{outcome.Value.Round.Name}.xlsx")
                : Results.NotFound();
        }).RequireAuthorization();
}
