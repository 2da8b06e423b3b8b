using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Words to supervising leaders that are proposed; the office sends them or lets them be. No machine writes to a leader.</summary>
public static class LeaderProposals
{
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="Leader">Null where the unit has none.</param>
    /// <param name="HasAccount">Whether the leader can be written to here.</param>
    public sealed record Row(
        Guid ReminderId, Guid PlanTaskId, string Number, string Title, string Unit, DateOnly? DueOn, DateOnly Since, string? Leader, string Position,
        bool HasAccount);

    internal static IQueryable<Reminder> Waiting(PlanTrackerDbContext db, Guid[] jurisdictions) =>
        db.Reminders.Where(x => jurisdictions.Contains(x.JurisdictionId) && x.State == ReminderState.Proposed)
            .Where(x => OccurrenceFacts.Open(db).Any(o => o.Id == x.OccurrenceId && o.OrgUnitId == x.OrgUnitId));

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken) =>
            await Waiting(db, actor.CoordinatedIds()).AsNoTracking()
                .OrderBy(x => x.Occurrence.OrgUnit.Position).ThenBy(x => x.Occurrence.OrgUnit.Name).ThenBy(x => x.Occurrence.PlanTask.Position)
                .Select(x => new Row(
                    x.Id, x.Occurrence.PlanTaskId, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title, x.Occurrence.OrgUnit.Name, x.Occurrence.DueOn,
                    x.GoesOutOn, x.Occurrence.OrgUnit.SupervisingLeader!.Name, x.Occurrence.OrgUnit.SupervisingLeader.Position ?? "",
                    x.Occurrence.OrgUnit.SupervisingLeader.AccountId != null))
                .ToListAsync(cancellationToken);
    }
}
