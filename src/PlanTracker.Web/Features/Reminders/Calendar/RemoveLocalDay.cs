using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Takes a place's own day back: it goes by the national notice again.</summary>
public static class RemoveLocalDay
{
    public sealed record Command(Guid Id) : ICommand<Outcome<Result>>;

    /// <param name="Moved">Reminders that go out on another day now.</param>
    public sealed record Result(int Moved);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, CalendarChange change) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            var day = await db.LocalDays.SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (day is null || !actor.Holds(Function.SystemAdministrator, day.JurisdictionId))
                return RefusalKind.NotFound;
            db.LocalDays.Remove(day);
            var moved = await change.Save(day.JurisdictionId, cancellationToken);
            return moved.Refusal is { } lost ? lost : new Result(moved.Value);
        }
    }
}
