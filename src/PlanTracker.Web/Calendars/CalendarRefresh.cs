using System.Data.Common;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Calendars;

/// <summary>Takes over what another node of the application stored. Who saves reads anew at once, and so does every planning: nothing waits for this but what
/// the pages of the other nodes show.</summary>
internal sealed partial class CalendarRefresh(CalendarShelf shelf, IServiceScopeFactory scopes, StoreOptions store, TimeProvider time, ILogger<CalendarRefresh> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite has one node.
        if (!store.UsesPostgres)
            return;
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await shelf.Read(scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>(), stoppingToken);
            }
            catch (DbException e)
            {
                // The database is away: what was read before stays, and the next minute asks again.
                NotRead(log, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The calendars could not be read anew")]
    private static partial void NotRead(ILogger logger, Exception cause);
}
