using Hangfire;

namespace PlanTracker.Web.Jobs;

/// <summary>One run by Hangfire of the job with that key. A run that failed is not repeated by itself: the next one does what it left, and the list of runs
/// says that it failed.</summary>
public sealed class HangfireRun(IServiceProvider services)
{
    private const int LongestWaitSeconds = 600;

    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    [DisableConcurrentExecution("job:{0}", LongestWaitSeconds)]
    public Task<IReadOnlyList<int>> Run(string key, bool byHand, CancellationToken cancellation) => ScheduledJob.Of(key).Run(services, cancellation);
}
