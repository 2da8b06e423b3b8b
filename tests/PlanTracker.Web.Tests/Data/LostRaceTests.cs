using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Data;

public sealed class LostRaceTests
{
    /// <summary>Two write each other's rows. PostgreSQL ends one of them; its handler must see the same kind of failure as of any other lost race.</summary>
    [Fact]
    public async Task Of_two_that_lock_each_other_out_one_loses_as_in_any_race()
    {
        await using var app = await TestApp.Start(Database.Postgres);
        await using var one = app.Services.CreateAsyncScope();
        await using var other = app.Services.CreateAsyncScope();
        var first = one.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var second = other.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        await using var ofFirst = await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var ofSecond = await second.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);

        await Write(first, "test.a");
        await Write(second, "test.b");
        var failures = (await Task.WhenAll(Attempt(first, "test.b"), Attempt(second, "test.a"))).OfType<Exception>().ToList();

        Assert.IsType<DbUpdateException>(Assert.Single(failures), exactMatch: false);

        // Who lost gives way at once, so that the other goes on.
        async Task<Exception?> Attempt(PlanTrackerDbContext db, string key)
        {
            try
            {
                await Write(db, key);
                return null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                await db.Database.RollbackTransactionAsync(TestContext.Current.CancellationToken);
                return failure;
            }
        }
    }

    private static Task<int> Write(PlanTrackerDbContext db, string key)
    {
        db.Settings.Add(new Setting { Key = key, Value = "1" });
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
