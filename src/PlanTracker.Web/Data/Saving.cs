using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;

namespace PlanTracker.Web.Data;

/// <summary>Saves what a command changed; of two who change the same the second is told so.</summary>
public static class Saving
{
    /// <summary>Whatever of the store's rules somebody else's change stands behind: a row's version, or a key that must be unique.</summary>
    public static async Task<Outcome<T>> SaveIfFirst<T>(this PlanTrackerDbContext db, T result, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateException)
        {
            return RefusalKind.ChangedMeanwhile;
        }
    }

    /// <summary>A row's version alone: any other rule broken here is a bug.</summary>
    public static async Task<Outcome<T>> SaveUnlessChanged<T>(this PlanTrackerDbContext db, T result, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return RefusalKind.ChangedMeanwhile;
        }
    }
}
