using Microsoft.Data.Sqlite;
using PlanTracker.Web.Data;
using Quartz;

namespace PlanTracker.Web.Jobs;

public static class JobsRegistration
{
    /// <summary>Scheduled work; none where Jobs:Enabled is false. Schedule and history lie in the application's own database, so that of several
    /// nodes on one PostgreSQL each run is one node's, and what was missed while none ran is made up for at the next start.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, StoreOptions store)
    {
        if (!configuration.GetValue("Jobs:Enabled", true))
            return services.AddSingleton(_ => new JobBoard(null, null));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = (JobBoard.SchedulerName, NodeName()));
            quartz.UseDefaultThreadPool(maxConcurrency: 3);
            quartz.UsePersistentStore(persistent =>
            {
                if (store.UsesPostgres)
                {
                    persistent.UsePostgres(store.Postgres);
                    persistent.UseClustering(cluster => { });
                }
                else
                {
                    persistent.UseSqlite(new SqliteConnectionStringBuilder { DataSource = store.SqliteFile, DefaultTimeout = 30 }.ToString());
                }

                persistent.ProvisionSchema();
                persistent.UseExecutionHistory();
            });
            foreach (var job in ScheduledJob.All)
            {
                quartz.AddJob(job.Type, x => x.WithIdentity(job.Key).StoreDurably());
                quartz.AddTrigger(x => x.ForJob(job.Key).WithIdentity(job.Key)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services.AddSingleton<JobBoard>();
    }

    /// <summary>Distinct for every node and every start: two processes on one machine are two nodes.</summary>
    private static string NodeName() => $"{Environment.MachineName}-{Environment.ProcessId}-{Environment.TickCount64:x}";
}
