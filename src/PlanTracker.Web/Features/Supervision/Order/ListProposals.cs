using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>What the office may issue today, with the condition that is fulfilled.</summary>
public static class ListProposals
{
    public sealed record Query : IQuery<Outcome<IReadOnlyList<Row>>>;

    /// <param name="Running">Number of the order that would climb; empty for a first one.</param>
    /// <param name="AnswerBy">The limit of the rung, were it issued today.</param>
    public sealed record Row(
        Guid OccurrenceId, Guid TaskId, string Number, string Title, string Plan, string Unit, DateOnly DueOn, OrderColour Colour, string RungName, OrderGround Ground,
        string Running, DateOnly AnswerBy);

    public sealed class Handler(Actor actor, Clock clock, WorkingCalendar calendar, OrderProposals proposals) : IHandler<Query, Outcome<IReadOnlyList<Row>>>
    {
        public async Task<Outcome<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.Coordinator))
                return RefusalKind.NotAllowed;
            List<Row> rows = [];
            foreach (var place in actor.CoordinatedIds)
            {
                rows.AddRange((await proposals.In(place, only: null, cancellationToken)).Select(x => new Row(
                    x.Occurrence.Id, x.Occurrence.PlanTaskId, x.Occurrence.PlanTask.Number, x.Occurrence.PlanTask.Title, x.Occurrence.Plan.Title, x.Occurrence.OrgUnit.Name,
                    x.Occurrence.DueOn!.Value, x.Rung.Colour, x.Rung.Name, x.Ground, x.Running?.Number ?? "", calendar.AddWorkdays(clock.Today, x.Rung.LimitWorkdays))));
            }

            return rows;
        }
    }
}
