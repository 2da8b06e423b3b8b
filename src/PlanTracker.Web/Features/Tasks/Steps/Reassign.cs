using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Tasks.Steps;

/// <summary>改派: another unit takes the assignment over, with all its open occurrences and what is still to be answered about them, and signs for them anew.
/// What was closed stays with the old unit.</summary>
public static class Reassign
{
    public sealed record Command(Guid OccurrenceId, Guid OrgUnitId, string Words) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, StepNotices notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var asked = await db.Occurrences.Where(x => x.Id == request.OccurrenceId)
                .Select(x => new { x.JurisdictionId, x.PlanTaskId, x.AssignmentId, x.OrgUnitId }).SingleOrDefaultAsync(cancellationToken);
            if (asked is null || !(actor.Coordinates(asked.JurisdictionId) || actor.IsOfUnit(asked.OrgUnitId) || actor.Holds(Function.Leader, asked.JurisdictionId)))
                return RefusalKind.NotFound;
            if (!actor.Coordinates(asked.JurisdictionId))
                return RefusalKind.NotAllowed;
            var today = clock.Today;
            var taker = await db.OrgUnits.SingleOrDefaultAsync(
                x => x.Id == request.OrgUnitId && x.JurisdictionId == asked.JurisdictionId && (x.EndedOn == null || x.EndedOn > today), cancellationToken);
            if (taker is null)
                return new Refusal(RefusalKind.Invalid, "接收单位");
            if (await db.Assignments.AnyAsync(x => x.PlanTaskId == asked.PlanTaskId && x.OrgUnitId == taker.Id, cancellationToken))
                return new Refusal(RefusalKind.AlreadyOnTask, taker.Name);
            var assignment = await db.Assignments.Include(x => x.PlanTask).SingleAsync(x => x.Id == asked.AssignmentId, cancellationToken);
            var open = await db.Occurrences.NotOver().Include(x => x.OrgUnit).Where(x => x.AssignmentId == assignment.Id).OrderBy(x => x.PeriodFrom).ToListAsync(cancellationToken);
            if (open.TrueForAll(x => x.Id != request.OccurrenceId))
                return new Refusal(RefusalKind.WrongState, nameof(Step.Reassign), nameof(OccurrenceState.Closed));
            StepEntry entry = new(request.Words) { OrgUnitId = taker.Id };
            foreach (var occurrence in open)
            {
                if ((await recorder.Take(occurrence, Step.Reassign, entry, cancellationToken)).Refusal is { } refusal)
                    return refusal;
                occurrence.OrgUnit = taker;
                await db.HandFollowUps(occurrence.Id, occurrence.Id, taker, cancellationToken);
            }

            assignment.OrgUnitId = taker.Id;
            assignment.Provisional = false;
            await notices.Tell(open.Find(x => x.Id == request.OccurrenceId)!, Step.Reassign, entry, cancellationToken);
            await notices.TellTakenAway(asked.OrgUnitId, assignment.PlanTask, cancellationToken);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
