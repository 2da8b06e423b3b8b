using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Data;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Data;

public sealed class StoreStartTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_database_that_needs_a_newer_version_is_refused_with_a_sentence(Database database)
    {
        await using var app = await TestApp.Start(database);
        await AsIfMigratedByANewerVersion(app, oldest: "9.0.0");

        var refusal = await Prepare(app);

        Assert.Contains("PlanTracker 9.0.0", refusal, StringComparison.Ordinal);
        Assert.Contains("请升级程序", refusal, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_newer_database_that_still_bears_this_version_is_opened(Database database)
    {
        await using var app = await TestApp.Start(database);
        await AsIfMigratedByANewerVersion(app, oldest: "0.1.0");

        Assert.Null(await Prepare(app));
    }

    [Fact]
    public async Task The_embedded_database_has_a_write_ahead_log_and_keeps_its_foreign_keys()
    {
        await using var app = await TestApp.Start(Database.Sqlite);

        var (journal, keys) = await app.InStore(async db => (
            (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync()).Single(),
            (await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").ToListAsync()).Single()));

        Assert.Equal(("wal", 1), (journal, keys));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_schema_is_what_the_code_expects(Database database)
    {
        await using var app = await TestApp.Start(database);

        Assert.False(await app.InStore(db => Task.FromResult(db.Database.HasPendingModelChanges())), "the model changed: write a migration");
    }

    private static Task<int> AsIfMigratedByANewerVersion(TestApp app, string oldest) => app.InStore(async db =>
    {
        (await db.Installations.SingleAsync()).OldestVersion = oldest;
        await db.SaveChangesAsync();
        return await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_FromTheFuture', '99.0.0')""");
    });

    private static async Task<string?> Prepare(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoreStart>().Prepare(TestContext.Current.CancellationToken);
    }
}
