using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Queue;

/// <summary>催办: asks units to get on with what is late, all at once or some of them. Written to the history of each late task.</summary>
public static class UrgeLate
{
    /// <param name="UnitIds">Null: every unit with late tasks.</param>
    public sealed record Command(UrgeWay Way, IReadOnlyList<Guid>? UnitIds = null, string Words = "") : ICommand<Outcome<Result>>;

    /// <param name="Units">Asked now.</param>
    /// <param name="Tasks">Late at those.</param>
    /// <param name="ByLetter">Left out because they are asked by letter.</param>
    /// <param name="AlreadyToday">Left out because they were asked in this way today.</param>
    public sealed record Result(int Units, int Tasks, int ByLetter, int AlreadyToday);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, WorkingCalendar calendar, StepRecorder recorder, UrgeWriter urges)
        : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (actor.CoordinatedIds.Count == 0)
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var late = await db.Occurrences.Include(x => x.OrgUnit).Where(x => actor.CoordinatedIds.Contains(x.JurisdictionId))
                .In(QueueTab.Late, db, today, QueueFilters.UnsignedSince(today, calendar)).ToListAsync(cancellationToken);
            var wanted = late.Where(x => request.UnitIds?.Contains(x.OrgUnitId) ?? true).GroupBy(x => x.OrgUnit).ToList();
            var already = await db.Urges.Where(x => x.On == today && x.Way == request.Way && x.Kind == UrgeKind.LateTask && x.OccurrenceId == null && actor.CoordinatedIds.Contains(x.JurisdictionId))
                .Select(x => x.OrgUnitId).ToListAsync(cancellationToken);
            var free = wanted.Where(x => !x.Key.Kind.IsAskedByLetter).ToList();
            var asked = free.Where(x => !already.Contains(x.Key.Id)).ToList();
            foreach (var unit in asked)
            {
                foreach (var occurrence in unit)
                {
                    if ((await recorder.Take(occurrence, Step.Urge, new StepEntry(request.Words), cancellationToken)).Refusal is { } refusal)
                        return refusal;
                }

                await urges.Write(
                    new UrgeEntry(UrgeKind.LateTask, request.Way, unit.First().JurisdictionId, unit.Key.Id, unit.Count(), Words: request.Words.Trim()), cancellationToken);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new Result(asked.Count, asked.Sum(x => x.Count()), wanted.Count - free.Count, free.Count - asked.Count);
            }
            catch (DbUpdateConcurrencyException)
            {
                return RefusalKind.ChangedMeanwhile;
            }
        }
    }
}
