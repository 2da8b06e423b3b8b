using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Divide;

/// <summary>The unit takes back what it gave to an office or a person; the history keeps both.</summary>
public static class EndDivision
{
    public sealed record Command(Guid DivisionId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var division = await db.Divisions.Include(x => x.Occurrence).SingleOrDefaultAsync(x => x.Id == request.DivisionId, cancellationToken);
            if (division is null || !actor.IsOfUnit(division.OrgUnitId))
                return RefusalKind.NotFound;
            if (division.EndedOn is not null)
                return RefusalKind.NothingWaits;
            var taken = await recorder.Take(division.Occurrence, Step.Divide, new StepEntry { Divided = division.Kept() }, cancellationToken);
            if (taken.Refusal is { } refusal)
                return refusal;
            (taken.Value.Changed, taken.Value.Before, taken.Value.After) = (Divisions.Ended, taken.Value.After, "");
            division.EndedOn = clock.Today;
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
