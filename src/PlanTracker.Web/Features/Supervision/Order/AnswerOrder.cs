using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>The unit answers an order, or the office enters its answer. A late answer is taken, and stays late.</summary>
public static class AnswerOrder
{
    public sealed record Command(Guid OrderId, AnswerEntry Entry) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, AnswerWriter writer, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var order = await db.SupervisionOrders.Include(x => x.OrgUnit).Include(x => x.Occurrence).SingleOrDefaultAsync(x => x.Id == request.OrderId, cancellationToken);
            if (order is null)
                return RefusalKind.NotFound;
            var written = await writer.Write(order.Occurrence, order.OrgUnitId, order.IssuedOn, request.Entry, cancellationToken);
            if (written.Refusal is { } refusal)
                return refusal;
            if (!order.State.IsWithUnit)
                return RefusalKind.AnsweredAlready;
            written.Value.SupervisionOrderId = order.Id;
            (order.State, order.AnsweredOn) = (AnswerState.Answered, written.Value.On);
            await notices.ToCoordinators(
                order.JurisdictionId, NoticeKind.OrderAnswered, $"/supervision/orders/{order.Id}", [order.Number, order.OrgUnit.Name], cancellationToken);
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
