using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>Orders, the open ones with the nearest limit first.</summary>
public static class ListOrders
{
    public const int PageSize = 30;

    public sealed record Query(FollowUpFilter Filter, OrderColour? Colour = null, bool OwnUnits = false, int Page = 1) : IQuery<Result>;

    /// <param name="Counts">Of every filter, in the colour chosen.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<FollowUpFilter, int> Counts);

    public sealed record Row(
        Guid Id, string OrderNumber, OrderColour Colour, string RungName, Guid TaskId, string Number, string Title, string Unit, DateOnly IssuedOn, DateOnly AnswerBy,
        AnswerState State, DateOnly? AnsweredOn, DateOnly? SettledOn);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var all = db.OrdersSeenBy(actor).AsNoTracking();
            if (request.OwnUnits)
                all = all.OfUnits(actor.UnitIds);
            if (request.Colour is { } colour)
                all = all.Where(x => x.Colour == colour);
            Dictionary<FollowUpFilter, int> counts = [];
            foreach (var filter in Enum.GetValues<FollowUpFilter>())
                counts[filter] = await all.CountAsync(FollowUpFilters.Orders(filter, today), cancellationToken);
            var rows = await all.Where(FollowUpFilters.Orders(request.Filter, today))
                .OrderBy(x => x.State == AnswerState.Settled || x.State == AnswerState.Climbed).ThenBy(x => x.AnswerBy).ThenBy(x => x.Id)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize)
                .Select(x => new Row(
                    x.Id, x.Number, x.Colour, x.RungName, x.PlanTaskId, x.PlanTask.Number, x.PlanTask.Title, x.OrgUnit.Name, x.IssuedOn, x.AnswerBy, x.State, x.AnsweredOn,
                    x.SettledOn))
                .ToListAsync(cancellationToken);
            return new Result(rows, counts[request.Filter], counts);
        }
    }
}
