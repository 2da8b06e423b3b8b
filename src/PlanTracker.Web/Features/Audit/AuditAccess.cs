using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>What the audit administrator may read, and nobody else: what was done in his jurisdiction and in those below.</summary>
internal static class AuditAccess
{
    extension(Actor actor)
    {
        public bool Audits => actor.Is(Function.AuditAdministrator);
    }

    public static async Task<IReadOnlyList<Guid>> Audited(this PlanTrackerDbContext db, Actor actor, CancellationToken cancellation)
    {
        string[] paths = [.. actor.Held.Where(x => x.Function == Function.AuditAdministrator).Select(x => x.JurisdictionPath)];
        var places = await db.Jurisdictions.AsNoTracking().Select(x => new { x.Id, x.Path }).ToListAsync(cancellation);
        return [.. places.Where(x => paths.Any(path => x.Path.StartsWith(path, StringComparison.Ordinal))).Select(x => x.Id)];
    }
}

/// <summary>Whose doings and of which days; both days count, and none means all.</summary>
public sealed record AuditNarrowing(string Person = "", DateOnly? From = null, DateOnly? To = null, int Page = 1)
{
    public const int PageSize = 50;

    internal int Skipped => (Math.Max(Page, 1) - 1) * PageSize;

    internal DateTime Since => Clock.ToUtc(From ?? DateOnly.MinValue.AddDays(1), TimeOnly.MinValue);

    internal DateTime Until => Clock.ToUtc(To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : DateOnly.MaxValue, TimeOnly.MinValue);
}
