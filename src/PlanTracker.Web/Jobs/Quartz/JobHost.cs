using Microsoft.Data.Sqlite;
using PlanTracker.Web.Data;
using Quartz;

namespace PlanTracker.Web.Jobs;

/// <summary>Quartz, unless the application is built with -p:Scheduler=Hangfire.</summary>
internal static class JobHost
{
    /// <summary>Schedule and history lie in the application's own database, so that of several nodes on one PostgreSQL each run is one node's, and what was
    /// missed while none ran is made up for at the next start.</summary>
    public static void Add(IServiceCollection services, StoreOptions store)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = (QuartzBoard.SchedulerName, JobsRegistration.NodeName()));
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
                quartz.AddJob<QuartzRun>(x => x.WithIdentity(job.Key).StoreDurably());
                quartz.AddTrigger(x => x.ForJob(job.Key).WithIdentity(job.Key)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton<JobBoard, QuartzBoard>();
    }

    /// <summary>Quartz has no pages.</summary>
    public static void Map(WebApplication app)
    {
    }
}
