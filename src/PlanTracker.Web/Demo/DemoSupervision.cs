using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Supervision.Instruct;
using PlanTracker.Web.Features.Supervision.Order;

namespace PlanTracker.Web.Demo;

/// <summary>What the county's leader instructs and its office orders, and what the units answer.</summary>
public sealed class DemoSupervision(PlanTrackerDbContext db)
{
    private const string Leader = "xianzhang";

    private readonly ILookup<int, IReadOnlyList<string>> days = DemoFiles.Rows("supervision.csv").Where(row => row.Count > 4).ToLookup(row => DemoFiles.Number(row[3]));

    /// <summary>All of that day.</summary>
    public async Task Happen(DemoLoader county, DemoPlans plans, int day, CancellationToken cancellation)
    {
        foreach (var row in days[day])
        {
            var run = await Concerned(plans[row[0]], row[1], row[2], cancellation);
            if (await Happen(county, run, row, cancellation) is { } refusal)
                throw new InvalidOperationException($"demo data: {string.Join(',', row)}: {refusal.Kind} {string.Join(' ', refusal.Arguments)}");
        }
    }

    private async Task<Refusal?> Happen(DemoLoader county, Run run, IReadOnlyList<string> row, CancellationToken cancellation)
    {
        var words = row.ElementAtOrDefault(5) ?? "";
        var instructed = await db.InstructionUnits.AsNoTracking().Where(x => x.OccurrenceId == run.Id).OrderByDescending(x => x.Id).Select(x => x.Id).FirstOrDefaultAsync(cancellation);
        var order = await db.SupervisionOrders.AsNoTracking().Where(x => x.OccurrenceId == run.Id).OrderByDescending(x => x.Ordinal).Select(x => x.Id).FirstOrDefaultAsync(cancellation);
        AnswerEntry answer = new(words, [], run.Reporter is null ? EntrySource.Telephone : EntrySource.Own);
        var unit = run.Reporter ?? DemoLoader.Coordinator;
        switch (row[4])
        {
            case "批示":
                var by = county.FirstDay.AddDays(DemoFiles.Number(row[6]));
                return (await county.SendAs(Leader, new GiveInstruction.Command(run.TaskId, [run.Id], words, by), cancellation)).Refusal;
            case "答复批示":
                return (await county.SendAs(unit, new AnswerInstruction.Command(instructed, answer), cancellation)).Refusal;
            case "转呈批示":
                return (await county.SendAs(DemoLoader.Coordinator, new DecideInstructionAnswer.Command(instructed, PassOn: true, words), cancellation)).Refusal;
            case "下发督办":
                var issued = await county.SendAs(DemoLoader.Coordinator, new IssueOrders.Command([run.Id], words), cancellation);
                return issued.IsDone && issued.Value.Left > 0 ? new Refusal(RefusalKind.NothingWaits) : issued.Refusal;
            case "答复督办":
                return (await county.SendAs(unit, new AnswerOrder.Command(order, answer), cancellation)).Refusal;
            case "督办销号":
                return (await county.SendAs(DemoLoader.Coordinator, new SettleOrder.Command(order, Settle: true, words), cancellation)).Refusal;
            default:
                throw new InvalidOperationException($"demo data: unknown deed {row[4]}");
        }
    }

    private async Task<Run> Concerned(Guid planId, string number, string unit, CancellationToken cancellation)
    {
        var wanted = DemoPlans.NumberOf(number);
        var rows = await db.Occurrences.AsNoTracking().Where(x => x.PlanId == planId && x.OrgUnit.Name == unit).OrderBy(x => x.PeriodFrom)
            .Select(x => new
            {
                x.PlanTask.Number,
                Run = new Run(x.Id, x.PlanTaskId, db.Memberships.Where(m => m.OrgUnitId == x.OrgUnitId && m.Function == Domain.Progress.Function.UnitReporter)
                    .Select(m => m.Account.UserName).Min()),
            })
            .ToListAsync(cancellation);
        return rows.First(x => DemoPlans.NumberOf(x.Number) == wanted).Run;
    }

    /// <param name="Reporter">Null where the unit has no account.</param>
    private sealed record Run(Guid Id, Guid TaskId, string? Reporter);
}
