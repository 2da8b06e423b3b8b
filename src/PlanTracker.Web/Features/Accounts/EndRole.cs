using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Takes a role away at once: yesterday was its last day. One that had not begun yet is taken back.</summary>
public static class EndRole
{
    public sealed record Command(Guid MembershipId) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.GrantsRoles)
                return RefusalKind.NotAllowed;
            var held = await db.Memberships.Include(x => x.Account).SingleOrDefaultAsync(x => x.Id == request.MembershipId, cancellationToken);
            var today = clock.Today;
            if (held is null || held.To < today)
                return RefusalKind.NotFound;
            if (held.From <= today && held.Function is Function.SystemAdministrator or Function.SecurityAdministrator
                && await db.IsLast(held.Function, held.AccountId, today, cancellationToken))
                return new Refusal(RefusalKind.LastOfFunction, held.Function.ToString());
            if (held.From >= today)
                db.Remove(held);
            else
                held.To = today.AddDays(-1);
            held.Account.SecurityStamp = SecurityStamp.Fresh();
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
