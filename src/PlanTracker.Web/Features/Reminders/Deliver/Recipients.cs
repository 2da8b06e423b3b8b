using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Somebody who holds a role of a unit on the day.</summary>
/// <param name="Email">Empty where there is none, or where he does not want to be reminded by mail.</param>
/// <param name="Phone">The same for text messages.</param>
public sealed record Recipient(Guid OrgUnitId, Guid AccountId, Function Function, string Email, string Phone)
{
    public bool IsFor(Audience audience) => Function == (audience == Audience.UnitHead ? Function.UnitHead : Function.UnitReporter);
}

public static class Recipients
{
    /// <summary>Reporters and heads of the units, by their memberships of that day; closed accounts left out.</summary>
    public static async Task<List<Recipient>> Of(PlanTrackerDbContext db, IReadOnlyList<Guid> units, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Memberships.AsNoTracking()
            .Where(x => (x.Function == Function.UnitReporter || x.Function == Function.UnitHead) && x.OrgUnitId != null && units.Contains(x.OrgUnitId.Value))
            .Where(x => x.From <= day && (x.To == null || x.To >= day) && (x.Account.ClosedOn == null || x.Account.ClosedOn > day))
            .Select(x => new
            {
                Unit = x.OrgUnitId!.Value, x.AccountId, x.Function,
                Email = x.Account.RemindByMail ? x.Account.Email : null, Phone = x.Account.RemindBySms ? x.Account.PhoneNumber : null,
            }).ToListAsync(cancellation);
        return [.. rows.Select(x => new Recipient(x.Unit, x.AccountId, x.Function, x.Email ?? "", x.Phone ?? "")).Distinct()];
    }

    /// <summary>Robots and webhooks that are told of these units: their own, and those of the whole jurisdiction.</summary>
    public static Task<List<Outlet>> Outlets(
        PlanTrackerDbContext db, IReadOnlyList<Guid> jurisdictions, IReadOnlyList<Guid> units, CancellationToken cancellation) =>
        db.Outlets.AsNoTracking().Where(x => x.IsOn && jurisdictions.Contains(x.JurisdictionId) && (x.OrgUnitId == null || units.Contains(x.OrgUnitId.Value)))
            .ToListAsync(cancellation);
}
