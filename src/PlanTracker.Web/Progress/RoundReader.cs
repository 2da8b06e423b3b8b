using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Progress;

/// <summary>One task of one unit in a round.</summary>
/// <param name="ReportId">The last report of the round; null where there is none.</param>
public sealed record RoundRow(Guid RoundId, Guid OccurrenceId, Guid PlanTaskId, Guid OrgUnitId, Role Role, RoundCell Cell, Guid? ReportId, bool Ongoing = false);

public sealed record RoundUnit(Guid Id, string Name, OrgUnitKind Kind);

/// <summary>Says who has reported in a round and who has not: grid, counts and calls for reports all ask here.</summary>
public sealed class RoundReader(PlanTrackerDbContext db, Clock clock)
{
    /// <summary>Every task that was open by the cut-off of its round, also those of which nothing is asked.</summary>
    public async Task<IReadOnlyList<RoundRow>> Of(IReadOnlyCollection<Guid> roundIds, CancellationToken cancellation = default)
    {
        Guid[] ids = [.. roundIds];
        if (ids.Length == 0)
            return [];
        var rounds = await db.ReportingRounds.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new { x.Id, x.PlanId, x.CutOffOn, x.ClosedAt })
            .ToListAsync(cancellation);
        Guid[] plans = [.. rounds.Select(x => x.PlanId).Distinct()];
        var occurrences = (await db.Occurrences.AsNoTracking().Where(x => plans.Contains(x.PlanId))
            .Select(x => new { x.Id, x.PlanId, x.PlanTaskId, x.OrgUnitId, x.Role, x.State, x.OpenedOn, x.FinishedOn, x.RequestedOn, x.Ongoing })
            .ToListAsync(cancellation)).ToLookup(x => x.PlanId);
        var reports = (await db.ProgressReports.AsNoTracking().Where(x => x.RoundId != null && ids.Contains(x.RoundId.Value))
            .Select(x => new { x.Id, RoundId = x.RoundId!.Value, x.OccurrenceId, x.On, x.At, x.NothingNew, WasReturned = x.ReturnedBecause != null })
            .ToListAsync(cancellation)).GroupBy(x => (x.RoundId, x.OccurrenceId)).ToDictionary(x => x.Key, x => x.OrderBy(r => r.At).ThenBy(r => r.Id).Last());
        return [.. from round in rounds
                   let seen = (round.CutOffOn, round.ClosedAt is { } closed ? Clock.DayOf(closed) : clock.Today)
                   from x in occurrences[round.PlanId]
                   where x.OpenedOn <= round.CutOffOn
                   let last = reports.GetValueOrDefault((round.Id, x.Id))
                   let facts = new RoundFacts(
                       x.State, x.OpenedOn, x.FinishedOn, x.RequestedOn, last?.On, last?.WasReturned ?? false, last?.NothingNew ?? false)
                   select new RoundRow(round.Id, x.Id, x.PlanTaskId, x.OrgUnitId, x.Role, facts.In(seen), last?.Id, x.Ongoing)];
    }

    /// <summary>The tasks of the rows as they are called today, in the order of the plan.</summary>
    public Task<List<SnapshotTask>> TasksOf(IEnumerable<RoundRow> rows, CancellationToken cancellation)
    {
        Guid[] ids = [.. rows.Select(x => x.PlanTaskId).Distinct()];
        return db.PlanTasks.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Position).Select(x => new SnapshotTask(x.Id, x.Number, x.Title)).ToListAsync(cancellation);
    }

    /// <summary>Units as they are called today, in protocol order.</summary>
    public Task<List<RoundUnit>> Units(IEnumerable<Guid> unitIds, CancellationToken cancellation)
    {
        Guid[] ids = [.. unitIds.Distinct()];
        return db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new RoundUnit(x.Id, x.Name, x.Kind))
            .ToListAsync(cancellation);
    }
}
