using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Units;

/// <summary>Removes a unit that was entered by mistake: one that never had a task nor a person with a role. Any other is ended instead.</summary>
public static class DeleteUnit
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var unit = await db.OrgUnits.Include(x => x.Jurisdiction).Include(x => x.Aliases).Include(x => x.Contacts).Include(x => x.Groups)
                .AsSplitQuery().SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (unit is null)
                return RefusalKind.NotFound;
            if (!actor.Coordinates(unit.Jurisdiction.RegisterId))
                return RefusalKind.NotAllowed;
            var uses = await db.Assignments.CountAsync(x => x.OrgUnitId == unit.Id, cancellationToken)
                + await db.Occurrences.CountAsync(x => x.OrgUnitId == unit.Id, cancellationToken)
                + await db.Urges.CountAsync(x => x.OrgUnitId == unit.Id, cancellationToken)
                + await db.Memberships.CountAsync(x => x.OrgUnitId == unit.Id, cancellationToken);
            if (uses > 0)
                return new Refusal(RefusalKind.InUse, unit.Name, uses.ToString(CultureInfo.InvariantCulture));
            db.Remove(unit);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // A task was given to it in this moment.
                return RefusalKind.ChangedMeanwhile;
            }

            return Done.It;
        }
    }
}
