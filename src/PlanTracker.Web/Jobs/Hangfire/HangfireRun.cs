using System.Globalization;
using Hangfire;

namespace PlanTracker.Web.Jobs;

/// <summary>One run by Hangfire of the job with that key. A run that failed is not repeated by itself: the next one does what it left, and the list of runs
/// says that it failed.</summary>
public sealed class HangfireRun(IServiceProvider services)
{
    private const int LongestWaitSeconds = 600;

    /// <summary>What was done, as numbers with blanks between: of a list the scheduler would keep the type's name too.</summary>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    [DisableConcurrentExecution("job:{0}", LongestWaitSeconds)]
    public async Task<string> Run(string key, bool byHand, CancellationToken cancellation) =>
        string.Join(' ', (await ScheduledJob.Of(key).Run(services, cancellation)).Select(x => x.ToString(CultureInfo.InvariantCulture)));
}
