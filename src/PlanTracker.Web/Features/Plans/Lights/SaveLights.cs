using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Lights;

/// <summary>Sets by which family and thresholds a plan's lights are given, from today on; what was red before stays in the history as it was.</summary>
public static class SaveLights
{
    /// <param name="Rules">Null for the default thresholds of plans as long as it; the family stays.</param>
    /// <param name="Version">Of the plan, as it was read.</param>
    public sealed record Command(Guid PlanId, LightRules? Rules, int Version) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.SingleOrDefaultAsync(x => x.Id == request.PlanId, cancellationToken);
            if (plan is null || !actor.Coordinates(plan.JurisdictionId))
                return RefusalKind.NotFound;
            if (request.Rules is { CanBe: false })
                return new Refusal(RefusalKind.Invalid, "预警阈值");
            plan.Lights = request.Rules;
            if (request.Rules is { } rules)
                plan.LightFamily = rules.Family;
            db.Entry(plan).Property(x => x.Version).OriginalValue = request.Version;
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
