using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Objections;

/// <summary>Sets the days that a place allows for objecting and for answering. What was raised before keeps its day.</summary>
public static class SetObjectionTerms
{
    public sealed record Command(Guid JurisdictionId, int DaysToObject, int DaysToAnswer) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Coordinates(request.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (request.DaysToObject is < 1 or > ObjectionTerms.Longest || request.DaysToAnswer is < 1 or > ObjectionTerms.Longest)
                return new Refusal(RefusalKind.Invalid, "异议期限");
            var place = await db.Jurisdictions.SingleAsync(x => x.Id == request.JurisdictionId, cancellationToken);
            (place.DaysToObject, place.DaysToAnswer) = (request.DaysToObject, request.DaysToAnswer);
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
