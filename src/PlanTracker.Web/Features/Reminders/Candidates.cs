using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>The occurrences of one place that can have a reminder on some days, found by the days on which they would have to be due, handed over or cut off.
/// Each of these is one stretch of an index, so that a day costs what is reminded of on it, and not what there is.</summary>
public sealed class Candidates(PlanTrackerDbContext db, ScheduleBook schedules)
{
    /// <summary>Occurrences whose facts are held at one time.</summary>
    public const int PageSize = 2000;

    // Of old plans with ladders of their own there may be many: what a statement names is bounded.
    private const int PlansAtOnce = 500;

    /// <param name="jurisdictionId">The place.</param>
    /// <param name="planId">One plan of it; all for null.</param>
    /// <param name="days">The days on which they would go out, by a schedule.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Each once, in one order in every process.</returns>
    public async Task<IReadOnlyList<Guid>> Find(
        Guid jurisdictionId, Guid? planId, Func<Schedule, (DateOnly From, DateOnly To)> days, CancellationToken cancellation)
    {
        var open = OccurrenceFacts.Open(db).Where(x => x.JurisdictionId == jurisdictionId);
        var earliestDue = await db.Occurrences.Where(x => x.JurisdictionId == jurisdictionId).MinAsync(x => x.DueOn, cancellation);
        var earliestMilestone = await db.Milestones.Where(x => x.PlanTask.JurisdictionId == jurisdictionId).MinAsync(x => (DateOnly?)x.DueOn, cancellation);
        if (earliestMilestone < (earliestDue ?? DateOnly.MaxValue))
            earliestDue = earliestMilestone;
        HashSet<Guid> found = [];
        if (planId is { } one)
        {
            await Add(found, open.Where(x => x.PlanId == one), [one], schedules.Of(one, jurisdictionId));
            return [.. found.Order()];
        }

        var apart = (await db.Plans.Where(x => x.JurisdictionId == jurisdictionId && x.Ladder != null).Select(x => x.Id).ToListAsync(cancellation)).ToHashSet();
        var place = schedules.OfPlace(jurisdictionId);
        await Add(found, apart.Count == 0 ? open : open.Where(x => x.Plan.Ladder == null), null, place);
        foreach (var (ladder, plans) in schedules.Own)
        {
            foreach (var some in plans.Where(apart.Contains).Chunk(PlansAtOnce))
                await Add(found, open.Where(x => some.Contains(x.PlanId)), some, place with { Ladder = ladder });
        }

        return [.. found.Order()];

        async Task Add(HashSet<Guid> ids, IQueryable<Occurrence> of, Guid[]? plans, Schedule schedule)
        {
            var (from, to) = days(schedule);
            var window = ReminderWindow.Of(from, to, earliestDue ?? to, schedule.Ladder, schedule.Calendar);
            ids.UnionWith(await Within(of, plans, jurisdictionId, window, cancellation));
        }
    }

    /// <summary>The facts of what was found, a page at a time.</summary>
    public async IAsyncEnumerable<List<OccurrenceFacts>> Facts(
        IReadOnlyList<Guid> found, DateOnly day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var page in found.Chunk(PageSize))
        {
            var occurrences = OccurrenceFacts.Open(db).Where(x => page.Contains(x.Id));
            yield return await OccurrenceFacts.Read(occurrences, db, day, cancellation);
        }
    }

    private async Task<List<Guid>> Within(IQueryable<Occurrence> open, Guid[]? plans, Guid jurisdictionId, ReminderWindow window, CancellationToken cancellation)
    {
        DateOnly[] due = [.. window.Due], handed = [.. window.HandedOver], cutOffs = [.. window.CutOffs];
        List<Guid> found = [];
        if (due.Length > 0)
        {
            found.AddRange(await open.Where(x => !x.Ongoing && x.DueOn != null && due.Contains(x.DueOn.Value)).Select(x => x.Id).ToListAsync(cancellation));

            // What a reform handed over late is late from then on: the rungs behind the deadline count from there.
            found.AddRange(await open.Where(x => !x.Ongoing && x.HeldByOtherUntil != null && due.Contains(x.HeldByOtherUntil.Value)).Select(x => x.Id).ToListAsync(cancellation));
            var steps = db.Milestones.Where(x => x.PlanTask.JurisdictionId == jurisdictionId && due.Contains(x.DueOn)).Select(x => x.PlanTaskId).Distinct();
            found.AddRange(await open.Join(steps, x => x.PlanTaskId, task => task, (x, _) => x.Id).ToListAsync(cancellation));
        }

        if (handed.Length > 0)
        {
            found.AddRange(await open.Where(x => handed.Contains(x.OpenedOn)).Select(x => x.Id).ToListAsync(cancellation));
            var moved = db.OccurrenceSteps.Where(x => x.JurisdictionId == jurisdictionId && (x.Step == Step.Reassign || x.Step == Step.Transfer) && handed.Contains(x.On));
            found.AddRange(await open.Join(moved, x => x.Id, step => step.OccurrenceId, (x, _) => x.Id).ToListAsync(cancellation));
        }

        if (cutOffs.Length == 0)
            return found;
        var rounds = db.ReportingRounds.Where(x => x.JurisdictionId == jurisdictionId && x.ClosedAt == null && cutOffs.Contains(x.CutOffOn));
        if (plans is not null)
            rounds = rounds.Where(x => plans.Contains(x.PlanId));
        foreach (var called in (await rounds.Select(x => x.PlanId).Distinct().ToListAsync(cancellation)).Chunk(PlansAtOnce))
            found.AddRange(await open.Where(x => called.Contains(x.PlanId)).Select(x => x.Id).ToListAsync(cancellation));
        return found;
    }
}
