using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Features.Plans.Browse;

/// <summary>An edition as the switch between them names it.</summary>
public sealed record EditionLink(int Ordinal, DateOnly PublishedOn, string DocNumber);

internal static class EditionLinks
{
    public static Task<List<EditionLink>> EditionsOf(this PlanTrackerDbContext db, Guid planId, CancellationToken cancellation) => db.PlanEditions.AsNoTracking()
        .Where(x => x.PlanId == planId).OrderBy(x => x.Ordinal).Select(x => new EditionLink(x.Ordinal, x.PublishedOn, x.DocNumber)).ToListAsync(cancellation);
}
