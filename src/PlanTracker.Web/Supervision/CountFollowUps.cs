using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Supervision;

/// <summary>How many instructions and orders wait, and for whom: of everything that the reader oversees, or of his own units alone.</summary>
public static class CountFollowUps
{
    /// <param name="OwnUnits">Only those that go to the reader's own units.</param>
    public sealed record Query(bool OwnUnits = false) : IQuery<Result>;

    /// <param name="Orders">Open ones of each colour.</param>
    public sealed record Result(Counts Instructions, Counts AllOrders, IReadOnlyDictionary<OrderColour, int> Orders)
    {
        public bool IsEmpty => Instructions.IsEmpty && AllOrders.IsEmpty;
    }

    public readonly record struct Counts(int WithUnit, int Late, int ToCheck, int Recent)
    {
        public bool IsEmpty => this == default;
    }

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var (instructions, orders) = (db.InstructionsSeenBy(actor).AsNoTracking(), db.OrdersSeenBy(actor).AsNoTracking());
            if (request.OwnUnits)
                (instructions, orders) = (instructions.OfUnits(actor.UnitIds), orders.OfUnits(actor.UnitIds));
            var colours = await orders.Where(FollowUpFilters.Orders(FollowUpFilter.Open, today)).GroupBy(x => x.Colour)
                .Select(x => new { Colour = x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Colour, x => x.Count, cancellationToken);
            return new Result(
                await Counted(instructions, filter => FollowUpFilters.Instructions(filter, today), cancellationToken),
                await Counted(orders, filter => FollowUpFilters.Orders(filter, today), cancellationToken),
                colours);
        }

        private static async Task<Counts> Counted<T>(IQueryable<T> all, Func<FollowUpFilter, Expression<Func<T, bool>>> sieve, CancellationToken cancellation) => new(
            await all.CountAsync(sieve(FollowUpFilter.WithUnit), cancellation), await all.CountAsync(sieve(FollowUpFilter.Late), cancellation),
            await all.CountAsync(sieve(FollowUpFilter.ToCheck), cancellation), await all.CountAsync(sieve(FollowUpFilter.Recent), cancellation));
    }
}
