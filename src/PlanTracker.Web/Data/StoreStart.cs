using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data;

/// <summary>Brings the database to this version's schema, or says why it may not be opened.</summary>
public sealed class StoreStart(PlanTrackerDbContext db, Clock clock)
{
    /// <summary>Oldest version that understands the schema this version leaves behind. Raise it with a migration that older versions cannot live with.</summary>
    private const string OldestVersion = "0.1.0";

    public static Version Running { get; } = Normal(Assembly.GetExecutingAssembly().GetName().Version!);

    /// <summary>Applies the migrations. Null when done; else the sentence with which the start is refused.</summary>
    public async Task<string?> Prepare(CancellationToken cancellation)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var unknown = applied.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            var oldest = await db.Installations.AsNoTracking().Select(x => x.OldestVersion).SingleOrDefaultAsync(cancellation);
            if (!Version.TryParse(oldest, out var needed) || Running < needed)
            {
                return $"数据库由较新的版本建立，至少需要 PlanTracker {oldest}，当前为 {Running}。请升级程序，或改用其他数据目录。"
                    + $" / This database was made by a newer version: PlanTracker {oldest} or later is needed, this is {Running}.";
            }

            return null;
        }

        await db.Database.MigrateAsync(cancellation);
        var installation = await db.Installations.SingleOrDefaultAsync(cancellation);
        if (installation is null)
            db.Installations.Add(new Installation { Id = 1, FirstStartedOn = clock.Today, OldestVersion = OldestVersion });
        else if (Version.Parse(installation.OldestVersion) < Version.Parse(OldestVersion))
            installation.OldestVersion = OldestVersion;
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private static Version Normal(Version version) => new(version.Major, version.Minor, version.Build);
}
