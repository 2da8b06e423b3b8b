using Quartz;
using Quartz.Extensibility;

namespace PlanTracker.Web.Jobs;

internal sealed class QuartzBoard(ISchedulerFactory schedulers, IExecutionHistoryStore history) : JobBoard
{
    internal const string SchedulerName = "PlanTracker";

    public override bool IsOn => true;

    public override async Task<IReadOnlyList<JobRow>> Rows(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        List<JobRow> rows = [];
        foreach (var job in ScheduledJob.All)
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(job.Key), cancellation);
            ExecutionHistoryQuery query = new() { SchedulerName = SchedulerName, Job = new JobKey(job.Key), Take = RunsShown };
            var page = await history.QueryExecutions(query, cancellation);
            rows.Add(new JobRow(job.Key, trigger?.NextFireTimeUtc?.UtcDateTime, [.. page.Items.Select(Run)]));
        }

        return rows;
    }

    public override async Task<bool> RunNow(string key, CancellationToken cancellation)
    {
        if (ScheduledJob.All.All(x => x.Key != key))
            return false;
        await (await schedulers.GetScheduler(cancellation)).TriggerJob(new JobKey(key), null, cancellation);
        return true;
    }

    private static JobRun Run(ExecutionHistoryEntry entry) => new(
        entry.FiredAtUtc.UtcDateTime, entry.Duration, entry.Succeeded, entry.Manual, entry.SchedulerInstanceId,
        JobNote.Read(entry.Summary), entry.ExceptionMessage);
}
