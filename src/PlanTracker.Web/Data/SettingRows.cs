using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data;

/// <summary>The settings of the installation, a text each.</summary>
public static class SettingRows
{
    /// <summary>Null while it was never set.</summary>
    public static Task<string?> ReadSetting(this PlanTrackerDbContext db, string key, CancellationToken cancellation) =>
        db.Settings.AsNoTracking().Where(x => x.Key == key).Select(x => (string?)x.Value).SingleOrDefaultAsync(cancellation);

    /// <summary>Adds the row to the context, or changes it; the caller saves.</summary>
    public static async Task WriteSetting(this PlanTrackerDbContext db, string key, string value, CancellationToken cancellation)
    {
        if (await db.Settings.SingleOrDefaultAsync(x => x.Key == key, cancellation) is { } row)
            row.Value = value;
        else
            db.Settings.Add(new Setting { Key = key, Value = value });
    }
}
