namespace PlanTracker.Web.Jobs;

/// <summary>All that runs by the clock, with the wall-clock times of China.</summary>
internal sealed record ScheduledJob(string Key, Type Type, string Cron)
{
    public static IReadOnlyList<ScheduledJob> All { get; } =
    [
        new("open-periods", typeof(OpenPeriodsJob), "0 10 0 * * ?"),
        new("daily-reminders", typeof(DailyRemindersJob), "0 30 8 * * ?"),
        new("send-again", typeof(SendAgainJob), "0 0/5 * * * ?"),
    ];
}
