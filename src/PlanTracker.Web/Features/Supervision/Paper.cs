using System.Globalization;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Features.Supervision.Letter;
using PlanTracker.Web.Features.Supervision.Order;

namespace PlanTracker.Web.Features.Supervision;

/// <summary>A paper in the official layout. It is Chinese, whatever the reader's language.</summary>
/// <param name="Head">In red over the line; empty for a letter.</param>
/// <param name="To">The addressee with its colon.</param>
public sealed record Paper(string Head, string Number, string Title, string To, IReadOnlyList<string> Paragraphs, string Issuer, string Day)
{
    public static Paper Of(ReadOrder.Result order)
    {
        var limit = order.DueOn is { } due ? $"，办理时限为{Long(due)}" : "";
        return new Paper(
            order.RungName, order.Number, $"关于督办“{order.Title}”的通知", $"{order.Unit}：",
            [
                $"《{order.Plan}》第{NumberOf(order.TaskNumber)}项任务“{order.Title}”由你单位承担{limit}。经核，该任务{Ground(order)}，现予督办。",
                order.Words,
                $"请于{Long(order.AnswerBy)}前书面答复。逾期未答复或未按要求办理的，将提高督办等级。",
            ],
            order.Issuer.Length > 0 ? order.Issuer : $"{order.Place}依法治县工作牵头单位", Long(order.IssuedOn));
    }

    public static Paper Of(ReadLetter.Result letter) => new(
        "", letter.Number.Length > 0 ? letter.Number : "（签发后编号）", letter.Title, $"{letter.Unit}：",
        [
            .. letter.Opening.Split('\n'),
            .. letter.Tasks.Select(x => LetterText.Line(x.Position, x.Number, x.Title, x.Role, x.DueOn)),
            $"请于{Long(letter.AnswerBy)}前函复。",
            .. letter.Closing.Split('\n'),
        ],
        letter.Issuer.Length > 0 ? letter.Issuer : $"{letter.Place}依法治县工作牵头单位", Long(letter.IssuedOn ?? letter.DraftedOn));

    public static string Long(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>As it stands in a sentence: without the stop or comma it was printed with.</summary>
    public static string NumberOf(string printed) => printed.Trim().TrimEnd('.', '．', '、');

    private static string Ground(ReadOrder.Result order) => order.Ground switch
    {
        { Kind: OrderGroundKind.Overdue, Figure: var days } => $"截至{Long(order.IssuedOn)}已逾期{days}天未办结",
        { Kind: OrderGroundKind.Urged, Figure: var times } => $"经{times}次催办仍未办结",
        { Kind: OrderGroundKind.BehindPace, Figure: var points } => $"落后时序进度{points}个百分点",
        { Kind: OrderGroundKind.OrderOverran } => $"在{order.From?.Number}的答复期限内未销号",
        _ => "尚未办结",
    };
}
