using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Hangfire.Storage.SQLite;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Jobs;

/// <summary>Hangfire, where the application is built with -p:Scheduler=Hangfire.</summary>
internal static class JobHost
{
    private const string Pages = "/jobs/hangfire";

    /// <summary>How long a job that was asked for now may wait for a worker that looks.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>On PostgreSQL its tables lie in the application's database, in a schema of their own; beside the embedded database they have a file of their
    /// own, because they are written at other times and by another library. What was missed while no node ran is made up for once at the next start.</summary>
    public static void Add(IServiceCollection services, StoreOptions store)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (store.UsesPostgres)
            {
                hangfire.UsePostgreSqlStorage(
                    postgres => postgres.UseNpgsqlConnection(store.Postgres), new PostgreSqlStorageOptions { SchemaName = "hangfire", QueuePollInterval = Poll });
            }
            else
            {
                hangfire.UseSQLiteStorage(Path.Combine(store.DataFolder, "hangfire.db"), new SQLiteStorageOptions { QueuePollInterval = Poll });
            }
        });
        services.AddHangfireServer(server => (server.WorkerCount, server.ServerName) = (3, JobsRegistration.NodeName()));
        services.AddHostedService<Timetable>();
        services.AddSingleton<JobBoard>(scope => new HangfireBoard(
            scope.GetRequiredService<JobStorage>(), scope.GetRequiredService<IBackgroundJobClient>(), Pages));
    }

    public static void Map(WebApplication app) => app.MapHangfireDashboard(Pages, new DashboardOptions
    {
        Authorization = [],
        AsyncAuthorization = [new SystemAdministratorAlone()],
        AppPath = "/jobs",
        DashboardTitle = "Hangfire",
        DisplayStorageConnectionString = false,
    });

    private sealed class SystemAdministratorAlone : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var http = context.GetHttpContext();
            return (await http.RequestServices.GetRequiredService<ActorLoader>().Load(http.User, http.RequestAborted)).Is(Function.SystemAdministrator);
        }
    }

    /// <summary>Writes the timetable at every start, so that a changed one takes effect and a job that is no more is forgotten.</summary>
    private sealed class Timetable(IRecurringJobManager recurring, JobStorage storage) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var job in ScheduledJob.All)
            {
                recurring.AddOrUpdate<HangfireRun>(job.Key, run => run.Run(job.Key, false, CancellationToken.None), job.Cron,
                    new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed });
            }

            using var connection = storage.GetConnection();
            foreach (var old in global::Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Where(x => ScheduledJob.All.All(job => job.Key != x.Id)))
                recurring.RemoveIfExists(old.Id);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
