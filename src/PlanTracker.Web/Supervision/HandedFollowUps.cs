using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Supervision;

/// <summary>What becomes of open instructions and orders when a duty goes to another unit.</summary>
public static class HandedFollowUps
{
    /// <summary>Those that still wait for an answer go along to the unit that takes over. An instruction that it was given already is not given to it twice.
    /// Nothing is saved.</summary>
    public static async Task HandFollowUps(this PlanTrackerDbContext db, Guid run, Guid into, OrgUnit to, CancellationToken cancellation)
    {
        foreach (var part in await db.InstructionUnits.Where(x => x.OccurrenceId == run && x.State != AnswerState.Settled).ToListAsync(cancellation))
        {
            if (into == run || !await db.InstructionUnits.AnyAsync(x => x.InstructionId == part.InstructionId && x.OccurrenceId == into, cancellation))
                (part.OrgUnitId, part.OccurrenceId) = (to.Id, into);
        }

        foreach (var order in await db.SupervisionOrders.Where(x => x.OccurrenceId == run && x.State != AnswerState.Settled && x.State != AnswerState.Climbed)
            .ToListAsync(cancellation))
            (order.OrgUnitId, order.OccurrenceId) = (to.Id, into);
    }
}
