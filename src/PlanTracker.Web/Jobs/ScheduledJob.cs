namespace PlanTracker.Web.Jobs;

/// <summary>All that runs by the clock.</summary>
/// <param name="Key">Stable name, under which the scheduler keeps it.</param>
/// <param name="Type">The job.</param>
/// <param name="Cron">In UTC, eight hours behind China all year: a zone's name would have to be known to every machine that opens the database.</param>
internal sealed record ScheduledJob(string Key, Type Type, string Cron)
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new("open-periods", typeof(OpenPeriodsJob), "0 10 16 * * ?"),
        new("daily-reminders", typeof(DailyRemindersJob), "0 30 0 * * ?"),
        new("remove-old-audit", typeof(RemoveOldAuditJob), "0 40 19 * * ?"),
        new("send-again", typeof(SendAgainJob), "0 0/5 * * * ?"),
    ];
}
