using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace PlanTracker.Web.Jobs;

internal sealed class HangfireBoard(JobStorage storage, IBackgroundJobClient client, string ownPages) : JobBoard
{
    /// <summary>Among so many of the newest runs of all jobs are those that are shown: the one that runs every five minutes leaves room for the others' last.</summary>
    private const int RunsLookedThrough = 1000;

    public override bool IsOn => true;

    public override string OwnPages => ownPages;

    public override Task<IReadOnlyList<JobRow>> Rows(CancellationToken cancellation)
    {
        using var connection = storage.GetConnection();
        var next = connection.GetRecurringJobs().ToDictionary(x => x.Id, x => x.NextExecution);
        var monitor = storage.GetMonitoringApi();
        var runs = monitor.SucceededJobs(0, RunsLookedThrough).Where(x => x.Value is not null)
            .Select(x => (Id: x.Key, x.Value.Job, At: x.Value.SucceededAt, Took: x.Value.TotalDuration ?? 0, Counts: Counts(x.Value.Result), Failure: (string?)null))
            .Concat(monitor.FailedJobs(0, RunsLookedThrough).Where(x => x.Value is not null)
                .Select(x => (Id: x.Key, x.Value.Job, At: x.Value.FailedAt, Took: 0L, Counts: (IReadOnlyList<int>)[], Failure: (string?)x.Value.ExceptionMessage)))
            .ToLookup(x => x.Job?.Args[0] as string);
        return Task.FromResult<IReadOnlyList<JobRow>>([.. ScheduledJob.All.Select(job => new JobRow(
            job.Key,
            next.GetValueOrDefault(job.Key),
            [.. runs[job.Key].OrderByDescending(x => x.At).Take(RunsShown).Select(x => new JobRun(
                (x.At ?? default) - TimeSpan.FromMilliseconds(x.Took), TimeSpan.FromMilliseconds(x.Took), x.Failure is null, x.Job.Args[1] is true,
                NodeOf(monitor, x.Id), x.Counts, x.Failure))]))]);
    }

    public override Task<bool> RunNow(string key, CancellationToken cancellation)
    {
        if (ScheduledJob.All.All(x => x.Key != key))
            return Task.FromResult(false);
        client.Create(Job.FromExpression<HangfireRun>(run => run.Run(key, true, CancellationToken.None)), new EnqueuedState());
        return Task.FromResult(true);
    }

    private static string NodeOf(IMonitoringApi monitor, string id) =>
        monitor.JobDetails(id)?.History.FirstOrDefault(x => x.StateName == ProcessingState.StateName) is { } begun
        && begun.Data.TryGetValue("ServerId", out var node) ? node : "";

    private static IReadOnlyList<int> Counts(object? result) =>
        [.. (Convert.ToString(result, CultureInfo.InvariantCulture) ?? "").Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => int.Parse(x, NumberStyles.None, CultureInfo.InvariantCulture))];
}
