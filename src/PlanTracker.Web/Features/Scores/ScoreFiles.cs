using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Writing;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Scores;

/// <summary>Scores as a workbook: one sheet of units, one of every point with its ground.</summary>
public sealed class ScoreBookSheets(IStringLocalizer<Words> words, ScoreWords say)
{
    /// <param name="frozenOn">Null: a proposal.</param>
    public byte[] Of(string place, ScorePeriod period, DateOnly? frozenOn, IReadOnlyList<ScoredUnit> units)
    {
        string days = words["{0} 至 {1}", ScoreWords.Day(period.From), ScoreWords.Day(period.To)];
        string state = frozenOn is { } day ? words["{0} 定格", ScoreWords.Day(day)] : words["计分建议，未经核定，不作为处理依据"];
        return SheetWriter.Write(
            new Sheet(words["单位得分"], [$"{place}　{days}", state],
                [new(words["单位"], 32), new(words["基础分"], 10), new(words["加分"], 10), new(words["减分"], 10), new(words["得分"], 10), new(words["计分项"], 10), new(words["剔除"], 10)],
                [.. units.Select(x => (IReadOnlyList<string?>)
                [
                    x.Name, ScoreWords.Total(x.Base), ScoreWords.Points(x.Plus), ScoreWords.Points(x.Minus), ScoreWords.Total(x.Total), Count(x.Points.Count(p => p.Struck is null)),
                    Count(x.Points.Count(p => p.Struck is not null)),
                ])]),
            new Sheet(words["计分明细"], [$"{place}　{days}", state],
                [new(words["单位"], 28), new(words["日期"], 12), new(words["事由"], 18), new(words["说明"], 44), new(words["任务"], 44), new(words["角色"], 8), new(words["分值"], 8), new(words["剔除理由"], 30)],
                [.. units.SelectMany(x => x.Points.Select(p => (IReadOnlyList<string?>)
                [
                    x.Name, ScoreWords.Day(p.Day), say[p.Ground], say.Sentence(p), string.Join('；', p.Tasks.Select(x => x.Name)), p.IsCooperating ? words["配合"].Value : null, ScoreWords.Points(p.Value),
                    p.Struck is { } struck ? $"{struck.Reason}（{struck.ByName} {ScoreWords.Day(struck.On)}）" : null,
                ]))]));
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

public static class ScoreRegistration
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IServiceCollection AddScores(this IServiceCollection services) =>
        services.AddScoped<ScoreFacts>().AddScoped<ScoreProposals>().AddSingleton<ScoreWords>().AddSingleton<ScoreBookSheets>();

    public static void MapScores(this WebApplication app)
    {
        app.MapGet("/scores/export.xlsx", async (
            Guid? place, string? from, string? to, string? sort, ClaimsPrincipal user, Dispatcher dispatcher, ScoreBookSheets sheets, Clock clock) =>
        {
            var period = ScorePeriod.Of(from, to, clock.Today);
            return await dispatcher.Send(user, new ReadScores.Query(place, period, ByName: sort == "name")) is { IsDone: true, Value: var read }
                ? File(sheets.Of(read.Place.Name, period, null, read.Units), read.Place.Name, period) : Results.NotFound();
        });
        app.MapGet("/scores/snapshots/{id:guid}/export.xlsx", async (Guid id, ClaimsPrincipal user, Dispatcher dispatcher, ScoreBookSheets sheets) =>
            await dispatcher.Send(user, new ReadSnapshot.Query(id)) is { IsDone: true, Value: var read }
                ? File(sheets.Of(read.Place, read.Period, read.FrozenOn, read.Units), read.Place, read.Period) : Results.NotFound());
    }

    private static IResult File(byte[] bytes, string place, ScorePeriod period) =>
        Results.File(bytes, WorkbookType, string.Create(CultureInfo.InvariantCulture, $"{place}计分{period.From:yyyyMMdd}-{period.To:yyyyMMdd}.xlsx"));
}
