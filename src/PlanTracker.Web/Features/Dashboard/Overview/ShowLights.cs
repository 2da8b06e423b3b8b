using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Dashboard.Overview;

/// <summary>How many lights of each colour every unit has today.</summary>
public static class ShowLights
{
    public sealed record Query(Guid? Place = null, Guid? Plan = null, Side Side = Side.Lead) : IQuery<Outcome<Result>>;

    public sealed record Result(IReadOnlyDictionary<Guid, LightCounts> ByUnit)
    {
        public LightCounts Of(Guid unitId) => ByUnit.GetValueOrDefault(unitId);

        /// <summary>Of all units together.</summary>
        public LightCounts Sum { get; } = LightCounts.Sum(ByUnit.Values);
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, LightScan scan) : IHandler<Query, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.OverseesAny())
                return RefusalKind.NotAllowed;
            return new Result(await scan.Count(db.OccurrencesReadBy(actor, request.Place, request.Plan).Where(MeasureDay.On(request.Side)), cancellationToken));
        }
    }
}
