using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Plans.Lights;

/// <summary>By which rules a plan's lights are given, for who coordinates it.</summary>
public static class OpenLights
{
    public sealed record Query(Guid PlanId) : IQuery<Outcome<Result>>;

    /// <param name="IsOwn">False while it goes by the default of plans as long as it.</param>
    public sealed record Result(string Title, LightRules Rules, bool IsOwn, int Version);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.AsNoTracking().Where(x => x.Id == request.PlanId)
                .Select(x => new { x.Title, x.JurisdictionId, x.LightFamily, x.Lights, x.FirstYear, x.LastYear, x.Version }).SingleOrDefaultAsync(cancellationToken);
            if (plan is null || !actor.Coordinates(plan.JurisdictionId))
                return RefusalKind.NotFound;
            var rules = plan.Lights ?? LightRules.Default(new PlanPeriod(plan.FirstYear, plan.LastYear));
            return new Result(plan.Title, rules with { Family = plan.LightFamily }, plan.Lights is not null, plan.Version);
        }
    }
}
