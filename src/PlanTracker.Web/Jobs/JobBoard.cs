using Quartz;
using Quartz.Extensibility;

namespace PlanTracker.Web.Jobs;

/// <summary>One job as its page shows it. Instants are UTC.</summary>
/// <param name="Key">Stable name: open-periods, daily-reminders, send-again.</param>
public sealed record JobRow(string Key, DateTime? NextRunAt, IReadOnlyList<JobRun> Runs);

/// <param name="Counts">What the run says it did, in the order in which its page names it; empty after a failure.</param>
public sealed record JobRun(DateTime At, TimeSpan Took, bool Succeeded, bool ByHand, string Node, IReadOnlyList<int> Counts, string? Failure);

/// <summary>What the rest of the application may know of the scheduler: what runs when, how it went, and to run it now.</summary>
public sealed class JobBoard(ISchedulerFactory? schedulers, IExecutionHistoryStore? history)
{
    internal const string SchedulerName = "PlanTracker";

    private const int RunsShown = 8;

    /// <summary>False where this installation runs no scheduled work.</summary>
    public bool IsOn => schedulers is not null;

    public async Task<IReadOnlyList<JobRow>> Rows(CancellationToken cancellation)
    {
        if (schedulers is null)
            return [];
        var scheduler = await schedulers.GetScheduler(cancellation);
        List<JobRow> rows = [];
        foreach (var job in ScheduledJob.All)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(job.Key), cancellation);
            ExecutionHistoryQuery query = new() { SchedulerName = SchedulerName, Job = new JobKey(job.Key), Take = RunsShown };
            var page = await history!.QueryExecutions(query, cancellation);
            rows.Add(new JobRow(job.Key, trigger?.NextFireTimeUtc?.UtcDateTime, [.. page.Items.Select(Run)]));
        }

        return rows;
    }

    /// <summary>False when there is no such job, or no scheduler.</summary>
    public async Task<bool> RunNow(string key, CancellationToken cancellation)
    {
        if (schedulers is null || ScheduledJob.All.All(x => x.Key != key))
            return false;
        await (await schedulers.GetScheduler(cancellation)).TriggerJob(new JobKey(key), null, cancellation);
        return true;
    }

    private static JobRun Run(ExecutionHistoryEntry entry) => new(
        entry.FiredAtUtc.UtcDateTime, entry.Duration, entry.Succeeded, entry.Manual, entry.SchedulerInstanceId,
        JobNote.Read(entry.Summary), entry.ExceptionMessage);
}
