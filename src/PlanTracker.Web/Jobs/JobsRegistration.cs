using PlanTracker.Web.Data;

namespace PlanTracker.Web.Jobs;

public static class JobsRegistration
{
    /// <summary>Scheduled work, by the scheduler that was chosen when the application was built; none where Jobs:Enabled is false.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, StoreOptions store)
    {
        if (!configuration.GetValue("Jobs:Enabled", true))
            return services.AddSingleton<JobBoard>();
        JobHost.Add(services, store);
        return services;
    }

    /// <summary>The scheduler's own pages, where it has some.</summary>
    public static void MapJobs(this WebApplication app)
    {
        if (app.Services.GetRequiredService<JobBoard>().IsOn)
            JobHost.Map(app);
    }

    /// <summary>Distinct for every node and every start: two processes on one machine are two nodes.</summary>
    internal static string NodeName() => $"{Environment.MachineName}-{Environment.ProcessId}-{Environment.TickCount64:x}";
}
