using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>To whom the office may write today, by plan.</summary>
public static class ListLetterProposals
{
    /// <param name="PlanId">Of this plan alone; null: of all.</param>
    public sealed record Query(Guid? PlanId = null) : IQuery<Outcome<IReadOnlyList<OfPlan>>>;

    public sealed record OfPlan(Guid JurisdictionId, Guid PlanId, string Plan, IReadOnlyList<Row> Units);

    /// <param name="Ground">The most pressing one.</param>
    public sealed record Row(Guid UnitId, string Unit, OrgUnitKind Kind, LetterGround Ground, IReadOnlyList<Line> Tasks);

    public sealed record Line(Guid TaskId, string Number, string Title, DateOnly? DueOn, LetterGround Ground);

    public sealed class Handler(Actor actor, LetterProposals proposals) : IHandler<Query, Outcome<IReadOnlyList<OfPlan>>>
    {
        public async Task<Outcome<IReadOnlyList<OfPlan>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.Coordinator))
                return RefusalKind.NotAllowed;
            List<OfPlan> found = [];
            foreach (var place in actor.CoordinatedIds)
            {
                found.AddRange((await proposals.In(place, request.PlanId, cancellationToken))
                    .GroupBy(x => (x.Occurrence.PlanId, x.Occurrence.Plan.Title))
                    .Select(plan => new OfPlan(place, plan.Key.PlanId, plan.Key.Title, [.. plan
                        .GroupBy(x => x.Occurrence.OrgUnitId)
                        .Select(unit => new Row(
                            unit.Key, unit.First().Occurrence.OrgUnit.Name, unit.First().Occurrence.OrgUnit.Kind, unit.Max(x => x.Ground),
                            [.. unit.Select(x => new Line(
                                x.Occurrence.PlanTaskId, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title,
                                x.Occurrence is { Ongoing: false, DeadlineConfirmed: true } ? x.Occurrence.DueOn : null, x.Ground))]))])));
            }

            return found;
        }
    }
}
