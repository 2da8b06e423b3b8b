using Quartz;

namespace PlanTracker.Web.Jobs;

/// <summary>One run by Quartz of the job whose key it carries.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzRun(IServiceProvider services) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        context.Result = JobNote.Report(await ScheduledJob.Of(context.JobDetail.Key.Name).Run(services, cancellationToken));
}
