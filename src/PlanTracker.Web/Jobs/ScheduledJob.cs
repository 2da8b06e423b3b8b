namespace PlanTracker.Web.Jobs;

/// <summary>All that runs by the clock.</summary>
/// <param name="Key">Stable name, under which the scheduler keeps it.</param>
/// <param name="Work">What it does.</param>
/// <param name="Cron">In UTC, eight hours behind China all year: a zone's name would have to be known to every machine that opens the database.</param>
internal sealed record ScheduledJob(string Key, Type Work, string Cron)
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new("open-periods", typeof(OpenPeriodsJob), "0 10 16 * * ?"),
        new("daily-reminders", typeof(DailyRemindersJob), "0 30 0 * * ?"),
        new("remove-old-audit", typeof(RemoveOldAuditJob), "0 40 19 * * ?"),
        new("send-again", typeof(SendAgainJob), "0 0/5 * * * ?"),
    ];

    public static ScheduledJob Of(string key) => All.Single(x => x.Key == key);

    /// <param name="services">Of a scope of the run's own.</param>
    public Task<IReadOnlyList<int>> Run(IServiceProvider services, CancellationToken cancellation) =>
        ((IScheduledWork)ActivatorUtilities.CreateInstance(services, Work)).Run(cancellation);
}
