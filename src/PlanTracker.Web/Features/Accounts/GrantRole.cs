using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>Gives an account a role in a jurisdiction or a unit for a time. Whoever is signed in under it signs in anew.</summary>
public static class GrantRole
{
    /// <param name="PlaceId">Not asked for where the role is a unit's: it is the unit's own.</param>
    /// <param name="To">Last day; null: until it is ended.</param>
    public sealed record Command(Guid AccountId, Function Function, Guid? PlaceId, Guid? UnitId, DateOnly From, DateOnly? To) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, SecuritySettings settings) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.GrantsRoles)
                return RefusalKind.NotAllowed;
            var account = await db.Users.Include(x => x.Memberships).SingleOrDefaultAsync(x => x.Id == request.AccountId, cancellationToken);
            if (account is null)
                return RefusalKind.NotFound;
            if (!Enum.IsDefined(request.Function))
                return new Refusal(RefusalKind.Invalid, "角色");
            if (request.To < request.From)
                return new Refusal(RefusalKind.Invalid, "截止日期");
            var isOfUnit = request.Function.IsOfUnit;
            if (isOfUnit && request.UnitId is null)
                return new Refusal(RefusalKind.Missing, "单位");
            if (!isOfUnit && request.PlaceId is null)
                return new Refusal(RefusalKind.Missing, "地区");
            var place = isOfUnit
                ? await db.OrgUnits.Where(x => x.Id == request.UnitId).Select(x => (Guid?)x.JurisdictionId).SingleOrDefaultAsync(cancellationToken)
                : await db.Jurisdictions.Where(x => x.Id == request.PlaceId).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancellationToken);
            if (place is not { } placeId)
                return RefusalKind.NotFound;
            var unitId = isOfUnit ? request.UnitId : null;
            var atOneTime = account.Memberships.Where(x => !(x.To < request.From) && !(request.To < x.From)).ToList();
            if (atOneTime.Exists(x => x.Function == request.Function && x.JurisdictionId == placeId && x.OrgUnitId == unitId))
                return new Refusal(RefusalKind.RoleHeld, request.Function.ToString());
            if (MembershipRules.MayAdd(atOneTime.Select(x => x.Function), request.Function, settings.SeparateAdministrators).Refusal is { } clash)
                return clash;
            db.Memberships.Add(new Membership
            {
                Id = clock.NewId(), AccountId = account.Id, Function = request.Function, JurisdictionId = placeId, OrgUnitId = unitId, From = request.From,
                To = request.To,
            });
            account.SecurityStamp = SecurityStamp.Fresh();
            return await db.SaveUnlessChanged(Done.It, cancellationToken);
        }
    }
}
