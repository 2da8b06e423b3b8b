using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Supervision.Letter;

namespace PlanTracker.Web.Demo;

/// <summary>The letters that the county's office writes to bodies it may not order, and what comes back on paper.</summary>
public sealed class DemoLetters(PlanTrackerDbContext db)
{
    private readonly ILookup<int, IReadOnlyList<string>> days = DemoFiles.Rows("letters.csv").Where(row => row.Count > 3).ToLookup(row => DemoFiles.Number(row[2]));

    /// <summary>All of that day.</summary>
    public async Task Happen(DemoLoader county, DemoPlans plans, int day, CancellationToken cancellation)
    {
        foreach (var row in days[day])
        {
            if (await Happen(county, plans[row[0]], row, cancellation) is { } refusal)
                throw new InvalidOperationException($"demo data: {string.Join(',', row)}: {refusal.Kind} {string.Join(' ', refusal.Arguments)}");
        }
    }

    private async Task<Refusal?> Happen(DemoLoader county, Guid plan, IReadOnlyList<string> row, CancellationToken cancellation)
    {
        var unit = await db.OrgUnits.Where(x => x.Name == row[1]).Select(x => x.Id).SingleAsync(cancellation);
        var words = row.ElementAtOrDefault(4) ?? "";
        switch (row[3])
        {
            case "拟函" or "发函":
                var drafted = await county.SendAs(DemoLoader.Coordinator, new DraftLetters.Command(county.CountyId, plan, [unit]), cancellation);
                return drafted.Refusal ?? (row[3] == "拟函" ? null
                    : (await county.SendAs(DemoLoader.Coordinator, new IssueLetter.Command(drafted.Value[0], words), cancellation)).Refusal);
            case "复函":
                var letter = await db.RequestLetters.AsNoTracking().Where(x => x.PlanId == plan && x.OrgUnitId == unit && x.State == LetterState.Issued).Select(x => x.Id)
                    .SingleAsync(cancellation);
                return (await county.SendAs(DemoLoader.Coordinator, new AnswerLetter.Command(letter, new AnswerEntry(words, [], EntrySource.Paper)), cancellation)).Refusal;
            default:
                throw new InvalidOperationException($"demo data: unknown deed {row[3]}");
        }
    }
}
