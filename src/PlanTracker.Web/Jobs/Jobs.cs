using PlanTracker.Domain;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Audit;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Jobs;

/// <summary>Work that runs by the clock, whichever scheduler calls it. It may run twice.</summary>
internal interface IScheduledWork
{
    /// <summary>What was done, as numbers in the order in which the jobs' page names them.</summary>
    Task<IReadOnlyList<int>> Run(CancellationToken cancellationToken);
}

/// <summary>Plans and delivers the reminders of today. May run twice, and on days off, when it delivers nothing.</summary>
internal sealed class DailyRemindersJob(Dispatcher dispatcher, Clock clock) : IScheduledWork
{
    public async Task<IReadOnlyList<int>> Run(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var planned = Expect.Done(await dispatcher.Send(Actor.System, new PlanReminders.Command(today), cancellationToken));
        var delivered = Expect.Done(await dispatcher.Send(Actor.System, new DeliverReminders.Command(today), cancellationToken));
        var (sent, failed) = await Sending.All(dispatcher, cancellationToken);
        return [planned.Planned, delivered.Delivered, delivered.Dropped, delivered.WithoutRecipient, sent, failed];
    }
}

/// <summary>Sends what failed and whose time to be tried again has come.</summary>
internal sealed class SendAgainJob(Dispatcher dispatcher) : IScheduledWork
{
    public async Task<IReadOnlyList<int>> Run(CancellationToken cancellationToken)
    {
        var (sent, failed) = await Sending.All(dispatcher, cancellationToken);
        return [sent, failed];
    }
}

/// <summary>Opens the new periods of recurring tasks and the next rounds of reporting.</summary>
internal sealed class OpenPeriodsJob(Dispatcher dispatcher, Clock clock) : IScheduledWork
{
    public async Task<IReadOnlyList<int>> Run(CancellationToken cancellationToken)
    {
        var opened = Expect.Done(await dispatcher.Send(Actor.System, new OpenPeriods.Command(clock.Today), cancellationToken));
        return [opened.Occurrences, opened.Rounds];
    }
}

/// <summary>Removes what the audit log has kept for its time.</summary>
internal sealed class RemoveOldAuditJob(Dispatcher dispatcher, Clock clock) : IScheduledWork
{
    public async Task<IReadOnlyList<int>> Run(CancellationToken cancellationToken) =>
        [Expect.Done(await dispatcher.Send(Actor.System, new RemoveOldEntries.Command(clock.Today), cancellationToken))];
}

internal static class Sending
{
    /// <summary>One by one, each in a request of its own: what one mail meets is no other's.</summary>
    public static async Task<(int Sent, int Failed)> All(Dispatcher dispatcher, CancellationToken cancellation)
    {
        var (sent, failed) = (0, 0);
        foreach (var id in await dispatcher.Send(Actor.System, new DigestsToSend.Query(), cancellation))
        {
            var state = (await dispatcher.Send(Actor.System, new SendDigest.Command(id), cancellation)).Value;
            sent += state == DigestState.Sent ? 1 : 0;
            failed += state == DigestState.Failed ? 1 : 0;
        }

        return (sent, failed);
    }
}

internal static class Expect
{
    /// <summary>The system may do all of it: a refusal here is a bug, and the run is to be seen as failed.</summary>
    public static T Done<T>(Outcome<T> outcome) =>
        outcome.Refusal is { } refusal ? throw new InvalidOperationException($"Refused: {refusal.Kind}") : outcome.Value;
}
