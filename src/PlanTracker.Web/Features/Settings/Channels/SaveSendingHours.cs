using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Settings;

/// <summary>Sets at which hours reminders of a place leave the system, and whether its calendars carry titles. Inside the application they are there at any
/// hour.</summary>
public static class SaveSendingHours
{
    /// <param name="From">Before <paramref name="Until"/>, on the same day.</param>
    public sealed record Command(Guid JurisdictionId, TimeOnly From, TimeOnly Until, bool CalendarShowsTitles, int Version) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await db.Jurisdictions.SingleOrDefaultAsync(x => x.Id == request.JurisdictionId, cancellationToken);
            if (place is null || !actor.KeepsChannels(place.Id))
                return RefusalKind.NotFound;
            if (request.From >= request.Until)
                return new Refusal(RefusalKind.Invalid, "发送时段");
            if (place.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            (place.SendsFrom, place.SendsUntil, place.CalendarShowsTitles) = (request.From, request.Until, request.CalendarShowsTitles);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
