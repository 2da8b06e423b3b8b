using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>How occurrences stood on a past day, folded from their history.</summary>
public sealed class PastStandings(PlanTrackerDbContext db)
{
    /// <summary>Sets the columns back to that day. Those that had not been handed over by then are left out.</summary>
    /// <param name="occurrences">Untracked: nothing of it is to be saved.</param>
    public async Task<List<Occurrence>> SetBack(IQueryable<Occurrence> occurrences, DateOnly day, CancellationToken cancellation)
    {
        var rows = await occurrences.AsNoTracking().ToListAsync(cancellation);
        var standings = await Of(occurrences, rows, day, cancellation);
        List<Occurrence> stood = [];
        foreach (var row in rows)
        {
            if (!standings.TryGetValue(row.Id, out var standing))
                continue;
            Projection.SetTo(row, standing);
            stood.Add(row);
        }

        return stood;
    }

    private async Task<Dictionary<Guid, Standing>> Of(
        IQueryable<Occurrence> occurrences, IReadOnlyList<Occurrence> rows, DateOnly day, CancellationToken cancellation)
    {
        var steps = (await db.OccurrenceSteps.AsNoTracking().Where(x => occurrences.Any(o => o.Id == x.OccurrenceId)).OrderBy(x => x.Place).ThenBy(x => x.At)
            .Select(x => new { x.OccurrenceId, x.Step, x.From, x.To, x.On, x.At, x.Facts }).ToListAsync(cancellation)).ToLookup(x => x.OccurrenceId);
        Dictionary<Guid, Standing> standings = [];
        foreach (var row in rows)
        {
            var own = steps[row.Id].ToList();
            var handedOverOn = own.Find(x => x.Step == Step.Publish) is { } publish ? Clock.DayOf(publish.At) : row.OpenedOn;
            if (handedOverOn > day)
                continue;
            var first = new Standing
            {
                State = own.Count > 0 ? own[0].From : row.State, UnitId = row.OrgUnitId, Ongoing = row.Ongoing, OriginalDueOn = row.OriginalDueOn, DueOn = row.OriginalDueOn,
                DeadlineConfirmed = row.DeadlineConfirmed,
            };
            standings.Add(row.Id, Standing.At(day, first, own.Select(x => new TakenStep(x.Step, x.To, x.On, Clock.DayOf(x.At), x.Facts))));
        }

        return standings;
    }
}
