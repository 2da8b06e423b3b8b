using System.Globalization;
using Microsoft.Extensions.Localization;
using PlanTracker.Documents.Writing;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Wording;

namespace PlanTracker.Web.Features.Plans.Comments;

/// <summary>意见采纳情况表: each objection with the word of the office, and who answered how.</summary>
public sealed class SummarySheet(IStringLocalizer<Words> words, Labels labels)
{
    public IReadOnlyList<Sheet> Of(OpenRound.Result result, OpenRound.Round round) =>
    [
        new(words["意见采纳情况"],
            [words["《{0}》征求意见采纳情况表", result.Title], Note(round)],
            [new SheetColumn(words["序号"], 6), new SheetColumn(words["单位"], 24), new SheetColumn(words["任务"], 40), new SheetColumn(words["角色"], 8),
                new SheetColumn(words["意见和理由"], 50), new SheetColumn(words["是否采纳"], 10), new SheetColumn(words["说明"], 40)],
            [.. round.Objections.Select((x, index) => (IReadOnlyList<string?>)
                [$"{index + 1}", x.Unit.Name, $"{x.Comment.Number} {x.Comment.Title}".Trim(), labels[x.Comment.Role], x.Comment.Reason, Adopted(x.Comment.Adopted), x.Comment.AnswerWords])]),
        new(words["答复情况"],
            [words["《{0}》征求意见答复情况", result.Title]],
            [new SheetColumn(words["单位"], 28), new SheetColumn(words["任务数"], 8), new SheetColumn(words["提出意见"], 10), new SheetColumn(words["答复"], 30)],
            [.. round.Units.Select(x => (IReadOnlyList<string?>)[x.Name, $"{x.Comments.Count}", x.AnsweredAt is null ? null : $"{x.Objections}", Answered(x)])]),
    ];

    public string Adopted(bool? adopted) => adopted switch { true => words["采纳"], false => words["未采纳"], null => words["待定"] };

    private string Note(OpenRound.Round round)
    {
        var asked = words["{0} 发出，{1} 前答复。征求 {2} 家单位，已答复 {3} 家，提出意见 {4} 条，采纳 {5} 条。", Day(round.SentOn), Day(round.AnswerBy), round.Units.Count,
            round.Answered, round.Objections.Count(), round.Objections.Count(x => x.Comment.Adopted == true)];
        return round.ApprovedOn is { } day ? $"{asked}{words["审定：{0} {1} {2}。", round.ApprovedBy, round.ApprovedIn, Day(day)]}" : asked;
    }

    private string Answered(OpenRound.Unit unit) =>
        unit.AnsweredAt is { } at ? $"{Day(Clock.DayOf(at))} {unit.AnsweredByName}" : words["未答复"];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public static class CommentFiles
{
    public static IServiceCollection AddComments(this IServiceCollection services) => services.AddSingleton<SummarySheet>();

    public static void MapComments(this WebApplication app) =>
        app.MapGet("/imports/{id:guid}/comments.xlsx", async (Guid id, HttpContext context, Dispatcher dispatcher, SummarySheet sheet, IStringLocalizer<Words> words) =>
        {
            var outcome = await dispatcher.Send(context.User, new OpenRound.Query(id), context.RequestAborted);
            return outcome is { IsDone: true, Value.Round: { } round }
                ? Results.File(
                    SheetWriter.Write([.. sheet.Of(outcome.Value, round)]), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    $"{words["意见采纳情况表"]}.xlsx")
                : Results.NotFound();
        }).RequireAuthorization();
}
