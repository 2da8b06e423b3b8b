using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Comments;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Features.Tasks.Objections;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Demo;

/// <summary>What else happens in the county: an objection, work divided within a unit, and a round of comments on one of the drafts in review.</summary>
public sealed class DemoLife(PlanTrackerDbContext db)
{
    /// <summary>The second coordinator, who decides on objections to the first one's decisions.</summary>
    private const string OtherCoordinator = "fazhi";
    private const string AskedDraft = "4-整改清单.txt";
    private const int DaysToAnswer = 5;

    /// <summary>Who has answered by now, and what he objects to in the first of his tasks.</summary>
    private static readonly (string UserName, string Objection)[] Answered =
    [
        ("caizheng", ""), ("gongan", "音像设备由各执法部门自行配备，建议我局改为提供保管规范，不列为配合单位。"), ("shijian", "超期案件中有三件在复议期间，建议时限延至12月底。"), ("shuili", ""),
    ];

    public async Task<Refusal?> Object(DemoLoader county, string userName, Guid occurrence, string words, CancellationToken cancellation)
    {
        var decision = await db.OccurrenceSteps.AsNoTracking().Where(x => x.OccurrenceId == occurrence && Objections.Contestable.Contains(x.Step))
            .OrderByDescending(x => x.At).Select(x => x.Id).FirstAsync(cancellation);
        return (await county.SendAs(userName, new RaiseObjection.Command(occurrence, decision, new StepEntry(words), []), cancellation)).Refusal;
    }

    public async Task<Refusal?> Uphold(DemoLoader county, Guid occurrence, string words, CancellationToken cancellation)
    {
        var objection = await db.Objections.AsNoTracking().Where(x => x.OccurrenceId == occurrence && x.Decision == Decision.Waiting).Select(x => x.Id).FirstAsync(cancellation);
        return (await county.SendAs(OtherCoordinator, new DecideObjection.Command(objection, Change: false, words), cancellation)).Refusal;
    }

    /// <param name="words">Office and what is asked, parted by ：. The unit's head gives it to its reporter.</param>
    public async Task<Refusal?> Divide(DemoLoader county, Guid unit, Guid occurrence, string words, CancellationToken cancellation)
    {
        var people = await db.Memberships.AsNoTracking().Where(x => x.OrgUnitId == unit).Select(x => new { x.Function, x.AccountId, x.Account.UserName }).ToListAsync(cancellation);
        var due = await db.Occurrences.Where(x => x.Id == occurrence).Select(x => x.DueOn).SingleAsync(cancellation);
        var (office, asked) = words.Split('：') is [var a, var b] ? (a, b) : (words, "");
        var inner = county.FirstDay.AddDays(DaysToAnswer);
        DivideTask.Command command = new(
            occurrence, office, people.First(x => x.Function == Function.UnitReporter).AccountId, asked, due is null || due >= inner ? inner : null);
        return (await county.SendAs(people.First(x => x.Function == Function.UnitHead).UserName!, command, cancellation)).Refusal;
    }

    /// <summary>Sends one draft round, and lets some answer.</summary>
    public async Task AskRound(DemoLoader county, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.AsNoTracking().Where(x => x.FileName == AskedDraft && x.State == ImportState.InReview).Select(x => x.Id).SingleAsync(cancellation);
        var named = Taken(await county.AskAs(DemoLoader.Coordinator, new OpenRound.Query(draft), cancellation)).Named;
        var round = Taken(await county.SendAs(
            DemoLoader.Coordinator,
            new SendRound.Command(draft, [.. named.Select(x => x.OrgUnitId)], county.FirstDay.AddDays(DaysToAnswer), "请对照本单位职责研究，有不同意见的写明理由和依据。"), cancellation));
        foreach (var (userName, objection) in Answered)
        {
            var asked = Taken(await county.AskAs(userName, new OpenComments.Query(round), cancellation));
            var answers = asked.Lines.Select((line, index) => new AnswerRound.Answer(line.Id, index > 0 || objection.Length == 0, index == 0 ? objection : ""));
            Taken(await county.SendAs(userName, new AnswerRound.Command(round, asked.OrgUnitId, [.. answers]), cancellation));
        }

        var first = Taken(await county.AskAs(DemoLoader.Coordinator, new OpenRound.Query(draft), cancellation)).Round!.Objections.First().Comment;
        Taken(await county.SendAs(DemoLoader.Coordinator, new SettleComment.Command(first.Id, Adopted: false, "配合内容为封存和移交执法记录，仍须公安机关参与。"), cancellation));
    }

    private static T Taken<T>(Outcome<T> outcome) =>
        outcome.Refusal is { } refusal ? throw new InvalidOperationException($"demo data: {refusal.Kind} {string.Join(' ', refusal.Arguments)}") : outcome.Value;
}
