using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Features.Units.Transfer;

namespace PlanTracker.Web.Demo;

/// <summary>The reform that the county went through: one office's duties of enforcement went to another.</summary>
public sealed class DemoTransfers(PlanTrackerDbContext db)
{
    private readonly ILookup<int, IReadOnlyList<string>> days = DemoFiles.Rows("transfers.csv").Where(row => row.Count > 4).ToLookup(row => DemoFiles.Number(row[0]));

    /// <summary>All of that day.</summary>
    public async Task Happen(DemoLoader county, DemoPlans plans, int day, CancellationToken cancellation)
    {
        foreach (var row in days[day])
        {
            var units = await db.OrgUnits.AsNoTracking().Where(x => x.Name == row[1] || x.Name == row[2]).ToDictionaryAsync(x => x.Name, x => x.Id, cancellation);
            var wanted = row[4].Split(';').Select(x => x.Split(':')).Select(x => (Plan: plans[x[0]], Number: DemoPlans.NumberOf(x[1]))).ToHashSet();
            var from = units[row[1]];
            var parts = (await db.Assignments.AsNoTracking().Where(x => x.OrgUnitId == from).Select(x => new { x.Id, x.PlanId, x.PlanTask.Number }).ToListAsync(cancellation))
                .Where(x => wanted.Contains((x.PlanId, DemoPlans.NumberOf(x.Number)))).Select(x => x.Id);
            var outcome = await county.SendAs(
                DemoLoader.Coordinator,
                new TransferDuties.Command([from], units[row[2]], "", county.FirstDay.AddDays(day), row[3], EndsOld: false, [.. parts]), cancellation);
            if (outcome.Refusal is { } refusal)
                throw new InvalidOperationException($"demo data: {string.Join(',', row)}: {refusal.Kind} {string.Join(' ', refusal.Arguments)}");
        }
    }
}
