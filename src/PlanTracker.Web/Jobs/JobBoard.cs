namespace PlanTracker.Web.Jobs;

/// <summary>One job as its page shows it. Instants are UTC.</summary>
/// <param name="Key">Stable name: open-periods, daily-reminders, send-again.</param>
public sealed record JobRow(string Key, DateTime? NextRunAt, IReadOnlyList<JobRun> Runs);

/// <param name="Counts">What the run says it did, in the order in which its page names it; empty after a failure.</param>
public sealed record JobRun(DateTime At, TimeSpan Took, bool Succeeded, bool ByHand, string Node, IReadOnlyList<int> Counts, string? Failure);

/// <summary>What the rest of the application may know of the scheduler: what runs when, how it went, and to run it now. As it stands: there is none.</summary>
public class JobBoard
{
    private protected const int RunsShown = 8;

    /// <summary>False where this installation runs no scheduled work.</summary>
    public virtual bool IsOn => false;

    /// <summary>Where the scheduler shows pages of its own to the system administrator; null where it has none.</summary>
    public virtual string? OwnPages => null;

    public virtual Task<IReadOnlyList<JobRow>> Rows(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<JobRow>>([]);

    /// <summary>False when there is no such job, or no scheduler.</summary>
    public virtual Task<bool> RunNow(string key, CancellationToken cancellation) => Task.FromResult(false);
}
