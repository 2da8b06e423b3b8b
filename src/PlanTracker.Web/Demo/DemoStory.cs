using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Demo;

/// <summary>Lets the months since publishing happen: what the table of progress says, day by day, and what the scheduled jobs do.</summary>
public sealed class DemoStory(PlanTrackerDbContext db, Dispatcher dispatcher, DemoLife life, DemoSupervision supervision, DemoLetters letters, DemoTransfers transfers,
    DemoRounds rounds)
{
    /// <summary>From this day on reminders go out, so that the pages of the last weeks have something to show.</summary>
    private const int RemindersFrom = -14;

    private Dictionary<Guid, string> reporters = [];
    private Dictionary<string, Guid> units = [];

    public async Task Happen(DemoLoader county, DemoPlans plans, CancellationToken cancellation)
    {
        units = await db.OrgUnits.AsNoTracking().ToDictionaryAsync(x => x.Name, x => x.Id, cancellation);
        reporters = await db.Memberships.AsNoTracking().Where(x => x.Function == Function.UnitReporter && x.OrgUnitId != null)
            .GroupBy(x => x.OrgUnitId!.Value).Select(x => new { Unit = x.Key, Name = x.Min(m => m.Account.UserName) })
            .ToDictionaryAsync(x => x.Unit, x => x.Name!, cancellation);
        var days = DemoFiles.Rows("progress.csv").Where(row => row.Count > 4).ToLookup(row => DemoFiles.Number(row[3]));
        var first = days.Min(x => x.Key);
        for (var day = first; day <= 0; day++)
        {
            var today = county.FirstDay.AddDays(day);
            using (Clock.At(county.Morning(day)))
            {
                await rounds.Report(county, reporters, today, cancellation);
                if (today.Day == 1 || day == first || day == 0)
                {
                    await dispatcher.Send(Actor.System, new OpenPeriods.Command(today), cancellation);
                    await CloseRounds(county, today, cancellation);
                }

                if (day == DemoPlans.AmendedOn)
                    await plans.Amend(county, cancellation);
                foreach (var row in days[day])
                    await Happen(county, plans[row[0]], row, cancellation);
                if (day == 0)
                    await life.AskRound(county, cancellation);
                await supervision.Happen(county, plans, day, cancellation);
                await letters.Happen(county, plans, day, cancellation);
                await transfers.Happen(county, plans, day, cancellation);
                if (day >= RemindersFrom)
                {
                    await dispatcher.Send(Actor.System, new PlanReminders.Command(today), cancellation);
                    await dispatcher.Send(Actor.System, new DeliverReminders.Command(today), cancellation);
                }
            }
        }
    }

    /// <summary>At the turn of the month the office closes what was to be reported in the last one.</summary>
    private async Task CloseRounds(DemoLoader county, DateOnly today, CancellationToken cancellation)
    {
        foreach (var round in await db.ReportingRounds.AsNoTracking().Where(x => x.CutOffOn < today && x.ClosedAt == null).Select(x => x.Id).ToListAsync(cancellation))
            await county.SendAs(DemoLoader.Coordinator, new CloseRound.Command(round), cancellation);
    }

    private async Task Happen(DemoLoader county, Guid planId, IReadOnlyList<string> row, CancellationToken cancellation)
    {
        var unit = units[row[2]];
        var words = row.ElementAtOrDefault(6) ?? "";
        int? percent = row.ElementAtOrDefault(5) is { Length: > 0 } given ? DemoFiles.Number(given) : null;
        var concerned = await Concerned(planId, row[1], unit, cancellation);
        if (concerned.Count == 0)
            throw new InvalidOperationException($"demo data: {string.Join(',', row)} concerns nothing");
        switch (row[4])
        {
            case "签收":
                await Take(county, unit, concerned, Step.Sign, new StepEntry(words), cancellation);
                break;
            case "填报" or "无新进展":
                var entry = new ReportEntry(words) { Percent = percent, NothingNew = row[4] == "无新进展", Source = SourceFor(unit) };
                Must(row, (await county.SendAs(WhoFor(unit), new FileReport.Command(concerned[0], entry), cancellation)).Refusal);
                break;
            case "完成节点":
                var milestone = county.FirstDay.AddDays(DemoFiles.Number(row[7]));
                var reached = new ReportEntry(words) { Percent = percent, Source = SourceFor(unit), Reached = [new ReachedMilestone(milestone, county.FirstDay.AddDays(DemoFiles.Number(row[3])))] };
                Must(row, (await county.SendAs(WhoFor(unit), new FileReport.Command(concerned[0], reached), cancellation)).Refusal);
                break;
            case "确认坚持":
                Must(row, (await county.SendAs(WhoFor(unit), new FileReport.Command(concerned[0], new ReportEntry(words) { Source = SourceFor(unit) }), cancellation)).Refusal);
                break;
            case "申请办结":
                await Take(county, unit, concerned, Step.RequestCompletion, new StepEntry(words) { Percent = percent }, cancellation);
                break;
            case "受理办结":
                await TakeAsOffice(county, concerned, Step.Accept, words, cancellation);
                break;
            case "退回":
                await TakeAsOffice(county, concerned, Step.Return, words, cancellation);
                break;
            case "拒签":
                var proposed = row.ElementAtOrDefault(7) is { Length: > 0 } name ? units[name] : (Guid?)null;
                await Take(county, unit, concerned, Step.RefuseAsNotOurs, new StepEntry(words) { OrgUnitId = proposed }, cancellation);
                break;
            case "延期":
                var newDay = county.FirstDay.AddDays(DemoFiles.Number(row[7]));
                await Take(county, unit, concerned, Step.RequestExtension, new StepEntry(words) { NewDueOn = newDay }, cancellation);
                await TakeAsOffice(county, concerned, Step.ApproveExtension, "情况属实，同意延期。", cancellation);
                break;
            case "催办":
                await county.SendAs(DemoLoader.Coordinator, new UrgeLate.Command(UrgeWay.Message, [unit], words), cancellation);
                break;
            case "异议":
                Must(row, await life.Object(county, WhoFor(unit), concerned[0], words, cancellation));
                break;
            case "维持异议决定":
                Must(row, await life.Uphold(county, concerned[0], words, cancellation));
                break;
            case "分办":
                Must(row, await life.Divide(county, unit, concerned[0], words, cancellation));
                break;
            default:
                throw new InvalidOperationException($"demo data: unknown deed {row[4]}");
        }
    }

    /// <summary>The unit's runs of that task, the open one first; all that it has not signed for where the number is *.</summary>
    private async Task<List<Guid>> Concerned(Guid planId, string number, Guid unit, CancellationToken cancellation)
    {
        var wanted = DemoPlans.NumberOf(number);
        var rows = await db.Occurrences.AsNoTracking().Where(x => x.PlanId == planId && x.OrgUnitId == unit)
            .OrderBy(x => x.PeriodFrom).Select(x => new { x.Id, x.State, x.PlanTask.Number }).ToListAsync(cancellation);
        return number == "*"
            ? [.. rows.Where(x => x.State == OccurrenceState.Pending).Select(x => x.Id)]
            : [.. rows.Where(x => DemoPlans.NumberOf(x.Number) == wanted).OrderBy(x => x.State.IsOver).Select(x => x.Id).Take(1)];
    }

    private async Task Take(DemoLoader county, Guid unit, IReadOnlyList<Guid> ids, Step step, StepEntry entry, CancellationToken cancellation)
    {
        foreach (var result in await county.SendAs(WhoFor(unit), new TakeStep.Command(ids, step, entry with { Source = SourceFor(unit) }), cancellation))
            Must([step.ToString(), entry.Words], result.Refusal);
    }

    private static async Task TakeAsOffice(DemoLoader county, IReadOnlyList<Guid> ids, Step step, string words, CancellationToken cancellation)
    {
        foreach (var result in await county.SendAs(DemoLoader.Coordinator, new TakeStep.Command(ids, step, new StepEntry(words)), cancellation))
            Must([step.ToString(), words], result.Refusal);
    }

    /// <summary>A unit without an account reports by telephone, and the office enters it.</summary>
    private string WhoFor(Guid unit) => reporters.GetValueOrDefault(unit, DemoLoader.Coordinator);

    private EntrySource SourceFor(Guid unit) => reporters.ContainsKey(unit) ? EntrySource.Own : EntrySource.Telephone;

    private static void Must(IReadOnlyList<string> row, Domain.Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"demo data: {string.Join(',', row)}: {refusal.Kind} {string.Join(' ', refusal.Arguments)}");
    }
}
