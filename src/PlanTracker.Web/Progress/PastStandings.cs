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
        var histories = await OfThoseThatMovedSince(occurrences, day, cancellation);
        List<Occurrence> stood = [];
        foreach (var row in rows)
        {
            if (histories.TryGetValue(row.Id, out var history))
            {
                if (Clock.DayOf(history.HandedOverAt ?? Clock.ToUtc(row.OpenedOn, TimeOnly.MinValue)) > day)
                    continue;
                Projection.SetTo(row, Standing.At(day, FirstOf(row, history.From), history.Steps));
                stood.Add(row);
            }
            else if (row.StepsTaken > 0 || row.OpenedOn <= day)
            {
                // Nothing happened to it since: it stood as it stands.
                stood.Add(row);
            }
        }

        return stood;
    }

    private async Task<Dictionary<Guid, History>> OfThoseThatMovedSince(IQueryable<Occurrence> occurrences, DateOnly day, CancellationToken cancellation)
    {
        var until = Clock.ToUtc(day.AddDays(1), TimeOnly.MinValue);
        var moved = occurrences.Where(x => x.Steps.Any(step => step.At >= until));
        var steps = await db.OccurrenceSteps.AsNoTracking().Where(x => moved.Any(o => o.Id == x.OccurrenceId)).OrderBy(x => x.Place).ThenBy(x => x.At)
            .Select(x => new { x.OccurrenceId, x.Step, x.From, x.To, x.On, x.At, x.Facts }).ToListAsync(cancellation);
        return steps.GroupBy(x => x.OccurrenceId).ToDictionary(own => own.Key, own => new History(
            own.First().From, own.FirstOrDefault(x => x.Step == Step.Publish)?.At,
            [.. own.Select(x => new TakenStep(x.Step, x.To, x.On, Clock.DayOf(x.At), x.Facts))]));
    }

    private static Standing FirstOf(Occurrence row, OccurrenceState state) => new()
    {
        State = state, UnitId = row.OrgUnitId, Ongoing = row.Ongoing, OriginalDueOn = row.OriginalDueOn, DueOn = row.OriginalDueOn, DeadlineConfirmed = row.DeadlineConfirmed,
    };

    /// <param name="From">Before its first step.</param>
    /// <param name="HandedOverAt">Null where it was laid without that step.</param>
    private sealed record History(OccurrenceState From, DateTime? HandedOverAt, IReadOnlyList<TakenStep> Steps);
}
