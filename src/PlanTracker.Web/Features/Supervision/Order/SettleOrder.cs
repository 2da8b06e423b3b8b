using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Order;

/// <summary>The office settles an order (销号), or returns its answer with a reason.</summary>
public static class SettleOrder
{
    public sealed record Command(Guid OrderId, bool Settle, string Words = "") : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, AnswerWriter writer, NoticeWriter notices) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var order = await db.SupervisionOrders.Include(x => x.Answers).SingleOrDefaultAsync(x => x.Id == request.OrderId, cancellationToken);
            if (order is null || !(actor.Coordinates(order.JurisdictionId) || actor.IsOfUnit(order.OrgUnitId)))
                return RefusalKind.NotFound;
            if (!actor.Coordinates(order.JurisdictionId))
                return RefusalKind.NotAllowed;
            if (order.State != AnswerState.Answered)
                return RefusalKind.NothingWaits;
            if (!request.Settle && string.IsNullOrWhiteSpace(request.Words))
                return new Refusal(RefusalKind.Missing, "理由");
            writer.Decide(order.Answers, request.Settle, request.Words);
            var link = $"/supervision/orders/{order.Id}";
            if (request.Settle)
            {
                (order.State, order.SettledOn, order.SettledByName, order.SettledWords) = (AnswerState.Settled, clock.Today, actor.Name, request.Words.Trim());
                await notices.ToUnit(order.OrgUnitId, NoticeKind.OrderSettled, link, [order.Number], cancellationToken);
            }
            else
            {
                order.State = AnswerState.Returned;
                await notices.ToUnit(order.OrgUnitId, NoticeKind.OrderAnswerReturned, link, [order.Number, request.Words.Trim()], cancellationToken);
            }

            return await db.SaveIfFirst(Done.It, cancellationToken);
        }
    }
}
